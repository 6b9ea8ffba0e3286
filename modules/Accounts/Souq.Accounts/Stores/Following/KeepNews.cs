using Marten;
using Souq.EventStore;
using Souq.Listings.Contracts;

namespace Souq.Accounts.Stores.Following;

/// <summary>Keeps <see cref="StoreNews"/> from what Listings announces: the first appearance of a store's advert, while it lasts.</summary>
public static class KeepNewsHandler
{
    public static Task Handle(ListingPublished fact, IDocumentSession session, CancellationToken cancellation) => Keep([fact], session, cancellation);

    public static Task Handle(ListingsPublished facts, IDocumentSession session, CancellationToken cancellation) =>
        Keep(facts.Listings, session, cancellation);

    public static Task Handle(ListingPricesChanged facts, IDocumentSession session, CancellationToken cancellation) =>
        session.SetWhereNewer<StoreNews>(nameof(StoreNews.PricedAt),
            facts.Newest().Select(f => (f.ListingId, (object)new { f.Price, PricedAt = f.At })), cancellation);

    public static void Handle(ListingEnded fact, IDocumentSession session) => session.Delete<StoreNews>(fact.ListingId);

    public static void Handle(ListingsEnded facts, IDocumentSession session)
    {
        var ids = facts.Listings.Select(f => f.ListingId).ToArray();
        session.DeleteWhere<StoreNews>(n => ids.Contains(n.Id));
    }

    private static async Task Keep(IReadOnlyList<ListingPublished> facts, IDocumentSession session, CancellationToken cancellation)
    {
        var known = await Known(facts.Select(f => f.ListingId), session, cancellation);
        var ids = facts.Select(f => Store.IdOf(f.SellerId)).Distinct();
        var stores = (await session.LoadManyAsync<Store>(cancellation, ids)).Where(s => s.IsOpen).Select(s => s.Id).ToHashSet();
        await session.StoreAll(facts.Where(f => (f.First || known.ContainsKey(f.ListingId)) && stores.Contains(Store.IdOf(f.SellerId))).Select(f => new StoreNews(
            f.ListingId, Store.IdOf(f.SellerId), f.Number, f.Title, f.Price, f.CommuneCode, f.PhotoId, known.GetValueOrDefault(f.ListingId)?.At ?? f.At, f.At)), n => n.Id, cancellation);
    }

    private static async Task<Dictionary<Guid, StoreNews>> Known(IEnumerable<Guid> ids, IDocumentSession session, CancellationToken cancellation) =>
        (await session.LoadManyAsync<StoreNews>(cancellation, ids)).ToDictionary(n => n.Id);
}
