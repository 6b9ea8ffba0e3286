using Marten;
using Souq.Listings.Contracts;

namespace Souq.Accounts.Stores.Following;

/// <summary>Keeps <see cref="StoreNews"/> from what Listings announces: the first appearance of a store's advert, while it lasts.</summary>
public static class KeepNewsHandler
{
    public static async Task Handle(ListingPublished fact, IDocumentSession session, CancellationToken cancellation)
    {
        var known = await session.LoadAsync<StoreNews>(fact.ListingId, cancellation);
        if (!fact.First && known is null) return;
        if (await session.LoadAsync<Store>(Store.IdOf(fact.SellerId), cancellation) is not { IsOpen: true } store) return;
        session.Store(new StoreNews(
            fact.ListingId, store.Id, fact.Number, fact.Title, fact.Price, fact.CommuneCode, fact.PhotoId, known?.At ?? fact.At));
    }

    public static void Handle(ListingEnded fact, IDocumentSession session) => session.Delete<StoreNews>(fact.ListingId);
}
