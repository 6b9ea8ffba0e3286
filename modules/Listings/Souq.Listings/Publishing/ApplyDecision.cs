using Souq.Catalog.Contracts;
using Souq.Listings.Contracts;
using Souq.Listings.Pricing;
using Souq.Moderation.Contracts;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Listings.Publishing;

/// <summary>Moderation has decided: the advert appears, or goes back to its seller.</summary>
public static class CaseDecidedHandler
{
    public const string SubjectKind = "listing";

    public static (Events, OutgoingMessages) Handle(
        CaseDecided fact, [WriteModel(nameof(CaseDecided.SubjectId))] Listing? listing, ICatalog catalog, TimeProvider time)
    {
        if (fact.SubjectKind != SubjectKind || listing is null) return ([], []);
        var now = time.GetUtcNow();
        if (fact.Outcome == Outcome.Removed) return Remove(fact, listing, now);
        if (fact.Outcome == Outcome.Restored) return Restore(fact, listing, catalog.Current, now);
        if (fact.Outcome == Outcome.Changed) return ApplyChange.To(listing, fact, catalog.Current, now);
        // A decision about an older revision, one delivered twice, or one about an advert taken back meanwhile changes nothing.
        if (listing.Review != ListingReview.Waiting
            || listing.Revision != fact.Revision || listing.Life is ListingLife.Sold or ListingLife.Withdrawn or ListingLife.Removed) return ([], []);
        if (fact.Outcome == Outcome.Refused)
            return ([new RevisionRefused(fact.Revision, fact.ReasonCode ?? "other", now)], []);
        if (fact.Outcome == Outcome.Returned)
            return ([new CorrectionAsked(fact.Revision, fact.ReasonCode ?? "other", now)], []);
        var published = Publish(listing, catalog.Current, now);
        return ([published], [FactOf(listing, published)]);
    }

    // Removed is removed, whatever revision was judged; an advert that has left the market by itself is taken out of sight too.
    private static (Events, OutgoingMessages) Remove(CaseDecided fact, Listing listing, DateTimeOffset now) =>
        listing is { Life: ListingLife.Removed, IsTakenDown: false } ? ([], [])
        : listing.IsTakenDown ? ([new Removed(fact.ReasonCode ?? "other", now)], [])
        : ([new Removed(fact.ReasonCode ?? "other", now)], [listing.Ended(ListingEnd.Removed, now)]);

    /// <summary>
    /// The decision was wrong: a removed advert stands where it stood and gets the days it lost; one that was refused or
    /// sent back, and not touched since, is published; one that was changed is as its seller wrote it.
    /// </summary>
    private static (Events, OutgoingMessages) Restore(CaseDecided fact, Listing listing, CatalogSnapshot catalog, DateTimeOffset now)
    {
        if (listing is { Life: ListingLife.Removed, IsTakenDown: false })
        {
            var reopened = new Reopened(listing.RemovedFrom ?? ListingLife.Published, listing.ExpiresAt + (now - (listing.HiddenSince ?? listing.EndedAt)), now);
            return ([reopened], reopened.Life == ListingLife.Published ? [ListingFacts.BackOnMarket(listing, now)] : []);
        }

        if (listing.AsHandedIn is not null) return ApplyChange.Undo(listing, fact, now);
        if (listing.Review != ListingReview.Refused || listing.Revision != fact.Revision || listing.Life is ListingLife.Sold or ListingLife.Withdrawn) return ([], []);
        var published = Publish(listing, catalog, now);
        return ([published], [FactOf(listing, published)]);
    }

    public static Published Publish(Listing listing, CatalogSnapshot catalog, DateTimeOffset now)
    {
        var days = catalog.Section(listing.Draft.SectionId)?.LifeDays ?? 60;
        // A new revision of an advert on the market is no renewal: it keeps its end.
        var end = listing.ExpiresAt + listing.LostTo(now);
        var expires = listing.Life is ListingLife.Published or ListingLife.Hidden && end > now ? end.Value : now.AddDays(days);
        return new Published(
            listing.Revision, listing.Number, listing.SellerId, listing.Draft, listing.PublishedAt is null, now, expires,
            listing is { Public: { } shown, Draft.Price: { } price } ? ChangePriceHandler.DropFrom(listing, shown, price, now) : null);
    }

    public static ListingPublished FactOf(Listing listing, Published published) => new(
        listing.Id, published.Revision, published.Number, published.SellerId, published.Content.SectionId, published.Content.Title,
        published.Content.CommuneCode, published.Content.Price!, published.Content.Cover?.Id, published.First, published.At);
}
