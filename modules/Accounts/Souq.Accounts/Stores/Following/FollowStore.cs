using Marten;
using Souq.Accounts.Contracts;
using Souq.EventStore;
using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Runtime.Handlers;

namespace Souq.Accounts.Stores.Following;

/// <summary>A person wants to hear of a store, or no longer does. Asking twice changes nothing.</summary>
public sealed record FollowStore(Guid PersonId, Guid StoreId, bool Follow);

/// <summary>A link in a letter of old: no more of these, of any store.</summary>
public sealed record UnfollowAll(Guid PersonId);

/// <param name="Others">How many stores the person follows.</param>
public sealed record FollowShelf(Store? Store, StoreFollow? Known, int Others);

public static class FollowStoreHandler
{
    public const int Most = 200;

    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task<FollowShelf> LoadAsync(FollowStore command, IDocumentSession session, CancellationToken cancellation) => new(
        await session.LoadAsync<Store>(command.StoreId, cancellation),
        await session.LoadAsync<StoreFollow>(StoreFollow.IdOf(command.StoreId, command.PersonId), cancellation),
        await session.Query<StoreFollow>().CountAsync(f => f.PersonId == command.PersonId, cancellation));

    // Whom somebody follows says much of him: it is kept where it can be deleted, and in no event.
    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(FollowStore command, FollowShelf shelf, TimeProvider time)
    {
        if (shelf.Store is not { } store) return command.Follow ? throw new NotFoundException("The store") : ([], []);
        var changed = new FollowChanged(command.PersonId, store.PersonId);
        if (!command.Follow) return shelf.Known is null ? ([], []) : ([MartenOps.Delete(shelf.Known)], [changed]);
        if (!store.IsOpen) throw new NotFoundException("The store");
        if (store.PersonId == command.PersonId) throw new ForbiddenException("Nobody follows himself");
        if (shelf.Known is not null) return ([], []);
        if (shelf.Others >= Most) throw new RefusedException("Follow.TooMany", null, Most);
        return ([MartenOps.Insert(StoreFollow.Of(store, command.PersonId, time.GetUtcNow()))], [changed]);
    }
}

public static class UnfollowAllHandler
{
    public static async Task<OutgoingMessages> Handle(UnfollowAll command, IDocumentSession session, CancellationToken cancellation)
    {
        var follows = await session.Query<StoreFollow>().Where(f => f.PersonId == command.PersonId).ToListAsync(cancellation);
        var stores = await session.LoadManyAsync<Store>(cancellation, follows.Select(f => f.StoreId));
        foreach (var follow in follows) session.Delete(follow);
        return [.. stores.Select(s => new FollowChanged(command.PersonId, s.PersonId))];
    }
}
