using Marten;
using Souq.Digests.Contracts;
using Souq.Digests.Sending;
using Souq.Digests.Subscribing;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Digests.Managing;

/// <summary>No more letters of this search. Said twice it is still done.</summary>
public sealed record StopDigest(Guid DigestSubscriptionId);

public static class StopDigestHandler
{
    public static async Task<(Events, IEnumerable<IMartenOp>, OutgoingMessages)> Handle(
        StopDigest command, [WriteModel] DigestSubscription subscription, IDocumentSession session, TimeProvider time, CancellationToken cancellation) => Decide(
        subscription,
        await session.LoadAsync<Subscriber>(subscription.SubscriberId, cancellation),
        await session.LoadAsync<SavedSearch>(subscription.Id, cancellation),
        time.GetUtcNow());

    /// <param name="subscriber"><c>null</c>, as <paramref name="words"/>, once its owner is forgotten.</param>
    public static (Events, IEnumerable<IMartenOp>, OutgoingMessages) Decide(DigestSubscription subscription, Subscriber? subscriber, SavedSearch? words, DateTimeOffset now) =>
        subscription.Status == SubscriptionStatus.Stopped
            ? ([], [], [])
            : ([new DigestStopped(StopReason.Unsubscribed, now)], [new DropDue(subscription.Id)],
                [.. Keeping.Release(subscription), new NoteIdleSubscriber(subscription.SubscriberId), .. Stopping.Told(subscriber, words, now)]);
}

/// <summary>No more letters at all: what a mail program's own button means under a letter of several searches.</summary>
public sealed record StopAll(Guid SubscriberId);

public static class StopAllHandler
{
    public static async Task<OutgoingMessages> Handle(StopAll command, IDocumentSession session, TimeProvider time, CancellationToken cancellation) =>
        [.. await Stopping.All(command.SubscriberId, StopReason.Unsubscribed, session, time.GetUtcNow(), cancellation), new NoteIdleSubscriber(command.SubscriberId)];
}

public static class Stopping
{
    public static async Task<IReadOnlyList<object>> All(Guid subscriber, StopReason reason, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation)
    {
        var running = await session.Query<DigestSubscription>()
            .Where(s => s.SubscriberId == subscriber && s.Status != SubscriptionStatus.Stopped).ToListAsync(cancellation);
        foreach (var subscription in running)
        {
            session.Events.Append(subscription.Id, subscription.Version + 1, new DigestStopped(reason, now));
            new DropDue(subscription.Id).Execute(session);
        }

        if (running.Count == 0) return [];
        var reader = await session.LoadAsync<Subscriber>(subscriber, cancellation);
        var words = (await SavedSearch.Of(session, subscriber, cancellation)).ToDictionary(w => w.Id);
        return [.. running.SelectMany(Keeping.Release), .. running.SelectMany(s => Told(reader, words.GetValueOrDefault(s.Id), now))];
    }

    /// <summary>What Accounts is told, where it was a store he follows.</summary>
    public static IEnumerable<object> Told(Subscriber? reader, SavedSearch? words, DateTimeOffset now) =>
        reader?.PersonId is { } person && words?.SellerId is { } seller ? [new SellerLettersStopped(person, seller, now)] : [];
}

/// <summary>An address without a subscription is kept for some days, for second thoughts, and then no more.</summary>
public sealed record NoteIdleSubscriber(Guid SubscriberId);

public static class NoteIdleSubscriberHandler
{
    public static async Task Handle(NoteIdleSubscriber command, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var needed = await session.Query<DigestSubscription>()
            .AnyAsync(s => s.SubscriberId == command.SubscriberId && s.Status != SubscriptionStatus.Stopped, cancellation);
        if (!needed && await session.LoadAsync<Subscriber>(command.SubscriberId, cancellation) is { } subscriber)
            session.Store(subscriber with { IdleSince = subscriber.IdleSince ?? time.GetUtcNow() });
    }
}
