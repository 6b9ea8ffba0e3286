using Souq.Web.Components;

namespace Souq.Listings.Desk;

/// <summary>Where an advert stands, in one word for its owner.</summary>
/// <param name="Name">Key of the word.</param>
/// <param name="Kind">Kind of badge.</param>
public sealed record DeskState(string Name, BadgeKind Kind)
{
    public static DeskState Of(Listing listing) => listing.Life switch
    {
        ListingLife.Sold => new("Sold", BadgeKind.Good),
        ListingLife.Removed => new("Removed", BadgeKind.Bad),
        ListingLife.Hidden => new("Hidden", BadgeKind.Bad),
        ListingLife.Withdrawn => new("Withdrawn", BadgeKind.Plain),
        _ when listing.Review == ListingReview.Waiting => new("Waiting", BadgeKind.Warn),
        _ when listing.Review == ListingReview.Refused => new("Refused", BadgeKind.Bad),
        ListingLife.Published => new("Published", BadgeKind.Good),
        ListingLife.Expired => new("Expired", BadgeKind.Warn),
        _ => new("Draft", BadgeKind.Plain),
    };
}
