using Marten;
using Souq.Digests.Subscribing;
using Wolverine.Marten;

namespace Souq.Digests.Sending;

/// <summary>What a change of a subscription means for the table of what is due.</summary>
public static class DuePlan
{
    /// <param name="reached">Up to where searches have looked; who begins to hear hears of what is found later.</param>
    public static IMartenOp Of(DigestSubscription subscription, DateTimeOffset now, long reached) => subscription.Sends
        ? new SetDue(subscription.Id, subscription.SubscriberId, subscription.SearchId!.Value, DigestCalendar.Next(subscription, now), reached)
        : new DropDue(subscription.Id);
}

/// <summary>One that is there already keeps the place up to which it has been told.</summary>
/// <param name="NextAt"><c>null</c>: as soon as something is found.</param>
public sealed record SetDue(Guid Subscription, Guid Subscriber, Guid Search, DateTimeOffset? NextAt, long Reached) : IMartenOp
{
    public void Execute(IDocumentSession session)
    {
        const string Kept = "on conflict (subscription) do update set next_at = excluded.next_at";
        if (NextAt is { } at)
            session.QueueSqlCommand($"insert into digests.due (subscription, subscriber, search, next_at, covered) values (?, ?, ?, ?, ?) {Kept}",
                Subscription, Subscriber, Search, at.ToUniversalTime(), Reached);
        else
            session.QueueSqlCommand($"insert into digests.due (subscription, subscriber, search, next_at, covered) values (?, ?, ?, 'infinity', ?) {Kept}",
                Subscription, Subscriber, Search, Reached);
    }
}

public sealed record DropDue(Guid Subscription) : IMartenOp
{
    public void Execute(IDocumentSession session) => session.QueueSqlCommand("delete from digests.due where subscription = ?", Subscription);
}

/// <summary>Nothing is left of whom he was told what.</summary>
public sealed record ForgetTold(Guid Subscriber) : IMartenOp
{
    public void Execute(IDocumentSession session)
    {
        session.QueueSqlCommand("delete from digests.due where subscriber = ?", Subscriber);
        session.QueueSqlCommand("delete from digests.told where subscriber = ?", Subscriber);
        session.QueueSqlCommand("update digests.issued set content = null where subscriber = ? and content is not null", Subscriber);
    }
}
