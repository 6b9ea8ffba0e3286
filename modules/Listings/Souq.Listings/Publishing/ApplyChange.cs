using Souq.Catalog.Contracts;
using Souq.Moderation.Contracts;
using Wolverine;
using Wolverine.Marten;

namespace Souq.Listings.Publishing;

/// <summary>A moderator approves an advert with something changed, moves one that is public, or another one finds that he was wrong.</summary>
public static class ApplyChange
{
    public static (Events, OutgoingMessages) To(Listing listing, CaseDecided fact, CatalogSnapshot catalog, DateTimeOffset now)
    {
        if (fact.Change is not { } change) return ([], []);
        if (listing.Review == ListingReview.Waiting && listing.Revision == fact.Revision)
        {
            if (listing.Life is ListingLife.Sold or ListingLife.Withdrawn or ListingLife.Removed) return ([], []);
            var changed = Of(listing.Draft, change, fact.Revision, now);
            var published = CaseDecidedHandler.Publish(listing.Apply(changed), catalog, now);
            return ([changed, published], [CaseDecidedHandler.FactOf(listing, published)]);
        }

        // What is public already may have been rewritten since the moderator saw it: then only its section is another.
        if (listing is not { Public: { } shown } || !(listing.IsOnMarket || listing.Life == ListingLife.Hidden) || (change.SectionId ?? shown.SectionId) == shown.SectionId) return ([], []);
        var moved = Of(shown, change with { HiddenInTitle = [], HiddenInText = [] }, listing.Revision, now);
        return ([moved], listing.IsOnMarket ? [ListingFacts.BackOnMarket(listing.Apply(moved), now)] : []);
    }

    /// <summary>Section and words are the seller's again, unless he has changed them himself since.</summary>
    public static (Events, OutgoingMessages) Undo(Listing listing, CaseDecided fact, DateTimeOffset now)
    {
        if (listing is not { AsHandedIn: { } before, Public: { } shown } || listing.Revision != fact.Revision) return ([], []);
        var undone = new ChangeUndone(shown.SectionId, before.SectionId, now);
        var restored = listing.Apply(undone);
        return listing is { IsOnMarket: true, Review: ListingReview.Approved, ExpiresAt: { } expires }
            ? ([undone, new Published(restored.Revision, restored.Number, restored.SellerId, restored.Public!, First: false, now, expires)], [ListingFacts.BackOnMarket(restored, now)])
            : ([undone], listing.IsOnMarket ? [ListingFacts.BackOnMarket(restored, now)] : []);
    }

    private static ChangedByModerator Of(ListingContent content, SubjectChange change, int revision, DateTimeOffset now) =>
        new(revision, change.By, content.SectionId, change.SectionId ?? content.SectionId, change.HiddenInTitle, change.HiddenInText, now);
}
