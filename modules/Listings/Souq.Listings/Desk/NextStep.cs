using Souq.Listings.Bumping;
using Souq.Listings.Counting;
using Souq.Listings.Expiry;

namespace Souq.Listings.Desk;

/// <summary>What its seller should do next with an advert.</summary>
/// <param name="Kind">Its words are <c>Next.{Kind}</c>.</param>
/// <param name="Count">A number in those words.</param>
public sealed record NextStep(string Kind, int Count = 0)
{
    private const int QuietDays = 7;
    private const int ManyViews = 40;
    private const int FewPhotos = 3;

    /// <summary>The one thing that helps most; <c>null</c> when all is well. Pure.</summary>
    /// <param name="counts">Of the last two weeks, today last.</param>
    /// <param name="waiting">People whose message has no answer.</param>
    public static NextStep? Of(Listing listing, Series counts, int waiting, DateTimeOffset now)
    {
        if (listing.Life is ListingLife.Sold or ListingLife.Withdrawn or ListingLife.Removed or ListingLife.Hidden) return null;
        if (waiting > 0) return new("Answer", waiting);
        if (listing.Review == ListingReview.Refused) return new("Correct");
        if (listing.Life == ListingLife.Expired) return new("RenewExpired");
        if (listing.Life == ListingLife.NotYet) return listing.Review == ListingReview.Draft ? new("Continue") : null;
        if (listing.ExpiresAt - now <= RenewListingHandler.Window) return new("Renew", Math.Max(1, (int)Math.Ceiling((listing.ExpiresAt!.Value - now).TotalDays)));
        if (listing.Review == ListingReview.Draft && listing.Written is not null) return new("Submit");
        var old = listing.PublishedAt + TimeSpan.FromDays(QuietDays) <= now;
        if (!old) return null;
        if (counts.Views.TakeLast(QuietDays).Sum() == 0) return Livelier(listing, now);
        return counts.Views.Sum() >= ManyViews && counts.Reveals.Sum() + counts.Messages.Sum() == 0 && listing.Shown.Price is { Amount: not null }
            ? new("LowerPrice", counts.Views.Sum()) : null;
    }

    private static NextStep? Livelier(Listing listing, DateTimeOffset now) =>
        listing.Shown.Photos.Count < FewPhotos ? new("AddPhotos")
        : BumpListingHandler.NextAt(listing) <= now ? new("Bump")
        : listing.Shown.Price is { Amount: not null } ? new("LowerPrice") : null;
}
