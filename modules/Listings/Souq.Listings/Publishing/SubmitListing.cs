using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Listings.Writing;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Listings.Publishing;

/// <summary>The seller asks for his advert, as it stands, to be published.</summary>
public sealed record SubmitListing(Guid ListingId, Guid ActorId);

public static class SubmitListingHandler
{
    public static (Events, OutgoingMessages) Handle(SubmitListing command, [WriteModel] Listing listing, ICatalog catalog, TimeProvider time)
    {
        listing.MustBelongTo(command.ActorId);
        // Pressing the button twice is one submission.
        if (listing.Review == ListingReview.Waiting) return ([], []);
        var submitted = Decide(listing, catalog.Current, time.GetUtcNow());
        return ([submitted], [FactOf(listing, submitted)]);
    }

    public static Submitted Decide(Listing listing, CatalogSnapshot catalog, DateTimeOffset now)
    {
        listing.MustBeWritable();
        if (listing.Review == ListingReview.Approved) throw new RefusedException("Listing.NothingNew");
        var refusals = ListingRules.Whole(listing.Draft, catalog);
        return refusals.Count == 0 ? new Submitted(listing.Revision + 1, now) : throw new RefusedException(refusals);
    }

    public static ListingSubmitted FactOf(Listing listing, Submitted submitted) => new(
        listing.Id, submitted.Revision, listing.Number, listing.SellerId, listing.Draft.SectionId, listing.Draft.Title,
        listing.Draft.CommuneCode, listing.Draft.Price!, listing.Draft.Cover?.Id, submitted.At);
}
