using Marten;
using Souq.Catalog.Contracts;
using Souq.EventStore;
using Souq.Listings.Contracts;
using Wolverine.Runtime.Handlers;

namespace Souq.Digests.Adverts;

/// <summary>Keeps what digests need to know of adverts.</summary>
public static class KeepListingsHandler
{
    /// <summary>Two facts about the same new advert at once.</summary>
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task Handle(
        ListingPublished fact, IDocumentSession session, ICatalog catalog, TimeProvider time, CancellationToken cancellation)
    {
        var known = await session.LoadAsync<DigestListing>(fact.ListingId, cancellation);
        session.Store(DigestListing.With(known, fact, catalog.Current, time.GetUtcNow()));
    }

    public static async Task Handle(
        ListingsPublished facts, IDocumentSession session, ICatalog catalog, TimeProvider time, CancellationToken cancellation)
    {
        var (listings, now) = (await Known(facts.Listings.Select(f => f.ListingId), session, cancellation), time.GetUtcNow());
        var known = listings.Keys.ToHashSet();
        foreach (var fact in facts.Listings) listings[fact.ListingId] = DigestListing.With(listings.GetValueOrDefault(fact.ListingId), fact, catalog.Current, now);
        session.Store(listings.Values.Where(l => known.Contains(l.Id)));
        await session.InsertAll(listings.Values.Where(l => !known.Contains(l.Id)), l => l.Id, cancellation);
    }

    public static Task Handle(ListingPricesChanged facts, IDocumentSession session, CancellationToken cancellation) =>
        session.SetWhereNewer<DigestListing>(nameof(DigestListing.PricedAt),
            facts.Newest().Select(f => (f.ListingId, (object)new { f.Price, PricedAt = f.At })), cancellation);

    public static async Task Handle(ListingEnded fact, IDocumentSession session, CancellationToken cancellation)
    {
        var known = await session.LoadAsync<DigestListing>(fact.ListingId, cancellation);
        session.Store(DigestListing.With(known, fact));
    }

    public static async Task Handle(ListingsEnded facts, IDocumentSession session, CancellationToken cancellation)
    {
        var ids = facts.Listings.Select(f => f.ListingId).ToArray();
        var known = (await session.Query<DigestListing>().Where(l => l.Id.IsOneOf(ids)).Select(l => l.Id).ToListAsync(cancellation)).ToHashSet();
        // An end that comes before its beginning is remembered.
        await session.InsertAll(facts.Listings.Where(f => !known.Contains(f.ListingId)).Select(f => DigestListing.With(null, f)), l => l.Id, cancellation);
        await session.SetWhereNewer<DigestListing>(nameof(DigestListing.LastAt),
            facts.Listings.Where(f => known.Contains(f.ListingId)).Select(f => (f.ListingId, (object)new { OnMarket = false, LastAt = f.At })), cancellation);
    }

    private static async Task<Dictionary<Guid, DigestListing>> Known(IEnumerable<Guid> ids, IDocumentSession session, CancellationToken cancellation) =>
        (await session.LoadManyAsync<DigestListing>(cancellation, ids)).ToDictionary(l => l.Id);
}
