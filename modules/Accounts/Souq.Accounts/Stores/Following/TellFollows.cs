using Marten;
using Wolverine;
using Facts = Souq.Accounts.Contracts;

namespace Souq.Accounts.Stores.Following;

/// <summary>A store was closed or opened again, which means something to everybody who follows it; some of them at a time.</summary>
/// <param name="After">The last follower told; the empty id at the start.</param>
/// <param name="Forget">The store is gone for ever, and with it who followed it.</param>
public sealed record TellFollows(Guid StoreId, Guid SellerId, Guid After, bool Forget = false);

public static class TellFollowsHandler
{
    public const int Batch = 500;

    public static TellFollows Handle(Facts.StoreOpened fact) => new(fact.StoreId, fact.PersonId, Guid.Empty);

    public static TellFollows Handle(Facts.StoreClosed fact) => new(fact.StoreId, fact.PersonId, Guid.Empty);

    public static async Task<OutgoingMessages> Handle(TellFollows command, IDocumentSession session, CancellationToken cancellation)
    {
        var follows = await session.Query<StoreFollow>().Where(f => f.StoreId == command.StoreId && f.PersonId.CompareTo(command.After) > 0)
            .OrderBy(f => f.PersonId).Take(Batch).ToListAsync(cancellation);
        if (command.Forget)
            foreach (var follow in follows) session.Delete(follow);
        OutgoingMessages messages = [.. follows.Select(f => new Facts.FollowChanged(f.PersonId, command.SellerId))];
        if (follows.Count == Batch) messages.Add(command with { After = follows[^1].PersonId });
        return messages;
    }
}

/// <summary>Sent when the market starts: follows from the time when there were letters of their own become known to Digests.</summary>
public sealed record TakeUpFollows;

public static class TakeUpFollowsHandler
{
    public static async Task<OutgoingMessages> Handle(TakeUpFollows command, IDocumentSession session, CancellationToken cancellation)
    {
        var old = await session.Query<StoreFollow>().Where(f => !f.Told).Take(TellFollowsHandler.Batch).ToListAsync(cancellation);
        var stores = (await session.LoadManyAsync<Store>(cancellation, old.Select(f => f.StoreId).Distinct())).ToDictionary(s => s.Id);
        foreach (var follow in old) session.Store(follow with { Told = true });
        OutgoingMessages messages = [.. old.Where(f => stores.ContainsKey(f.StoreId)).Select(f => new Facts.FollowChanged(f.PersonId, stores[f.StoreId].PersonId))];
        if (old.Count == TellFollowsHandler.Batch) messages.Add(command);
        return messages;
    }
}
