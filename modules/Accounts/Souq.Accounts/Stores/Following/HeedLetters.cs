using Marten;
using Souq.Digests.Contracts;

namespace Souq.Accounts.Stores.Following;

/// <summary>Who stops the letters of a store he follows, follows it no longer; who thinks better of it follows it again.</summary>
public static class HeedLettersHandler
{
    public static async Task Handle(SellerLettersStopped fact, IDocumentSession session, CancellationToken cancellation)
    {
        // Whoever has followed it anew since then is right.
        if (await session.LoadAsync<StoreFollow>(StoreFollow.IdOf(Store.IdOf(fact.SellerId), fact.PersonId), cancellation) is { } follow && follow.At <= fact.At) session.Delete(follow);
    }

    public static async Task Handle(SellerLettersWanted fact, IDocumentSession session, CancellationToken cancellation)
    {
        if (await session.LoadAsync<Store>(Store.IdOf(fact.SellerId), cancellation) is { IsOpen: true } store && store.PersonId != fact.PersonId)
            session.Store(StoreFollow.Of(store, fact.PersonId, fact.At));
    }
}
