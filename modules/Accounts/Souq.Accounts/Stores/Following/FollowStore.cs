using Marten;
using Souq.Kernel;
using Wolverine.Marten;
using Wolverine.Runtime.Handlers;

namespace Souq.Accounts.Stores.Following;

/// <summary>A person wants to hear of a store, or no longer does. Asking twice changes nothing.</summary>
public sealed record FollowStore(Guid PersonId, Guid StoreId, bool Follow);

/// <summary>A link in a letter: no more of these, of any store.</summary>
public sealed record UnfollowAll(Guid PersonId);

public sealed record FollowShelf(Store? Store, StoreFollow? Known);

public static class FollowStoreHandler
{
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task<FollowShelf> LoadAsync(FollowStore command, IDocumentSession session, CancellationToken cancellation) => new(
        await session.LoadAsync<Store>(command.StoreId, cancellation),
        await session.LoadAsync<StoreFollow>(StoreFollow.IdOf(command.StoreId, command.PersonId), cancellation));

    public static IEnumerable<IMartenOp> Handle(FollowStore command, FollowShelf shelf, TimeProvider time)
    {
        var now = time.GetUtcNow();
        if (!command.Follow)
            return shelf.Known is null ? [] : [MartenOps.Delete(shelf.Known), new AppendTo(command.PersonId, new StoreUnfollowed(command.StoreId, now))];
        if (shelf.Store is not { IsOpen: true } store) throw new NotFoundException("The store");
        if (store.PersonId == command.PersonId) throw new ForbiddenException("Nobody follows himself");
        return shelf.Known is not null ? [] :
        [
            MartenOps.Insert(new StoreFollow(StoreFollow.IdOf(store.Id, command.PersonId), store.Id, command.PersonId, now)),
            new AppendTo(command.PersonId, new StoreFollowed(store.Id, now)),
        ];
    }
}

public static class UnfollowAllHandler
{
    public static async Task<IReadOnlyList<StoreFollow>> LoadAsync(UnfollowAll command, IDocumentSession session, CancellationToken cancellation) =>
        await session.Query<StoreFollow>().Where(f => f.PersonId == command.PersonId).ToListAsync(cancellation);

    public static IEnumerable<IMartenOp> Handle(UnfollowAll command, IReadOnlyList<StoreFollow> follows, TimeProvider time)
    {
        var now = time.GetUtcNow();
        foreach (var follow in follows) yield return MartenOps.Delete(follow);
        if (follows.Count > 0) yield return new AppendTo(command.PersonId, [.. follows.Select(f => new StoreUnfollowed(f.StoreId, now))]);
    }
}
