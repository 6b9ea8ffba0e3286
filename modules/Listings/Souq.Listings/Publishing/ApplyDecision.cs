using Souq.Catalog.Contracts;
using Souq.Listings.Contracts;
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
        // A decision about an older revision, one delivered twice, or one about an advert taken back meanwhile changes nothing.
        if (fact.SubjectKind != SubjectKind || listing is null || listing.Review != ListingReview.Waiting
            || listing.Revision != fact.Revision || listing.Life is ListingLife.Sold or ListingLife.Withdrawn) return ([], []);
        if (fact.Outcome == Outcome.Refused)
            return ([new RevisionRefused(fact.Revision, fact.ReasonCode ?? "other", time.GetUtcNow())], []);
        var published = Publish(listing, catalog.Current, time.GetUtcNow());
        return ([published], [FactOf(listing, published)]);
    }

    public static Published Publish(Listing listing, CatalogSnapshot catalog, DateTimeOffset now)
    {
        var days = catalog.Section(listing.Draft.SectionId)?.LifeDays ?? 60;
        // A new revision of an advert on the market is no renewal: it keeps its end.
        var expires = listing.IsOnMarket && listing.ExpiresAt > now ? listing.ExpiresAt.Value : now.AddDays(days);
        return new Published(
            listing.Revision, listing.Number, listing.SellerId, listing.Draft, listing.PublishedAt is null, now, expires);
    }

    public static ListingPublished FactOf(Listing listing, Published published) => new(
        listing.Id, published.Revision, published.Number, published.SellerId, published.Content.SectionId, published.Content.Title,
        published.Content.CommuneCode, published.Content.Price!, published.Content.Cover?.Id, published.First, published.At);
}
