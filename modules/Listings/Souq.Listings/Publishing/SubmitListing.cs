using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Browsing;
using Souq.Listings.Contracts;
using Souq.Listings.Duplicates;
using Souq.Listings.Quotas;
using Souq.Listings.Writing;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Listings.Publishing;

/// <summary>
/// The seller asks for his advert, as it stands, to be published. A small edit of what the public sees already appears at once; all else
/// waits for a moderator, and the public keeps what it has meanwhile.
/// </summary>
public sealed record SubmitListing(Guid ListingId, Guid ActorId);

/// <summary>What is known beside the advert when it is sent off.</summary>
/// <param name="Flags">What a moderator should know of it; nothing of it holds the seller up.</param>
public sealed record SendingOff(IReadOnlyList<ListingFlag> Flags, Room Room);

public static class SubmitListingHandler
{
    public static async Task<SendingOff> LoadAsync(
        SubmitListing command, DuplicateFinder duplicates, ListingReader listings, SellerQuotas quotas, CancellationToken cancellation) =>
        await listings.ById(command.ListingId, cancellation) is { } listing && listing.SellerId == command.ActorId
            ? new(await duplicates.OfOthers(listing, cancellation), await quotas.Of(command.ActorId, cancellation))
            : new([], Room.Endless);

    public static (Events, OutgoingMessages) Handle(
        SubmitListing command, [WriteModel] Listing listing, ICatalog catalog, TimeProvider time, SendingOff beside)
    {
        listing.MustBelongTo(command.ActorId);
        // Pressing the button twice is one submission.
        if (listing.Review == ListingReview.Waiting) return ([], []);
        // A correction is no new one.
        if (listing.SubmittedAt is null && listing.PublishedAt is null) beside.Room.MustHaveOneToday();
        else if (!listing.IsOnMarket) beside.Room.MustHaveOne();
        var decided = Decide(listing, catalog.Current, time.GetUtcNow());
        return ([decided], decided is Published published ? [.. ListingFacts.Unseen(listing, published)] : [FactOf(listing, (Submitted)decided) with { Flags = beside.Flags }]);
    }

    /// <returns><see cref="Submitted"/>, or <see cref="Published"/> for a small edit.</returns>
    public static object Decide(Listing listing, CatalogSnapshot catalog, DateTimeOffset now)
    {
        listing.MustBeWritable();
        if (listing.Review == ListingReview.Approved) throw new RefusedException("Listing.NothingNew");
        var refusals = ListingRules.Whole(listing.Draft, catalog);
        if (refusals.Count > 0) throw new RefusedException(refusals);
        return AppearsAtOnce(listing, catalog)
            ? CaseDecidedHandler.Publish(listing with { Revision = listing.Revision + 1 }, catalog, now)
            : new Submitted(listing.Revision + 1, now);
    }

    /// <summary>On the market, approved before as its seller wrote it, and but for a trifle what the public sees.</summary>
    public static bool AppearsAtOnce(Listing listing, CatalogSnapshot catalog) =>
        listing is { IsOnMarket: true, Public: { } shown, Review: ListingReview.Draft, AsHandedIn: null }
        && EditSize.Reasons(shown, listing.Draft, catalog.Section(shown.SectionId)).Count == 0;

    public static ListingSubmitted FactOf(Listing listing, Submitted submitted) => new(
        listing.Id, submitted.Revision, listing.Number, listing.SellerId, listing.Draft.SectionId, listing.Draft.Title,
        listing.Draft.CommuneCode, listing.Draft.Price!, listing.Draft.Cover?.Id, submitted.At, null, listing.Draft.Description);
}
