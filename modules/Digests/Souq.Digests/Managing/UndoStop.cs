using Marten;
using Souq.Digests.Contracts;
using Souq.Digests.Sending;
using Souq.Digests.Subscribing;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Digests.Managing;

/// <summary>Stopped by mistake: letters as before, for whoever had confirmed them once, while his address is still known.</summary>
public sealed record UndoStop(Guid DigestSubscriptionId);

public static class UndoStopHandler
{
    public static async Task<(Events, IEnumerable<IMartenOp>, OutgoingMessages)> Handle(
        UndoStop command, [WriteModel] DigestSubscription subscription, IDocumentSession session, ISearches searches, TimeProvider time, CancellationToken cancellation) => Decide(
        subscription,
        await session.LoadAsync<Subscriber>(subscription.SubscriberId, cancellation),
        await session.LoadAsync<SavedSearch>(subscription.Id, cancellation),
        await searches.Reached(cancellation), time.GetUtcNow());

    public static (Events, IEnumerable<IMartenOp>, OutgoingMessages) Decide(
        DigestSubscription subscription, Subscriber? subscriber, SavedSearch? words, long reached, DateTimeOffset now)
    {
        if (subscription.Status == SubscriptionStatus.Active) return ([], [], []);
        if (!CanBe(subscription, now) || subscriber is null || words is null) throw new RefusedException("Digest.TooLateToUndo");
        var undone = new StopUndone(now);
        var active = subscription.Apply(undone);
        return ([undone], [MartenOps.Store(subscriber with { IdleSince = null }), DuePlan.Of(active, now, reached)],
            [.. Keeping.Of(active, words, now), .. Told(subscriber, words, now)]);
    }

    private static IEnumerable<object> Told(Subscriber reader, SavedSearch words, DateTimeOffset now) =>
        reader.PersonId is { } person && words.SellerId is { } seller ? [new SellerLettersWanted(person, seller, now)] : [];

    public static bool CanBe(DigestSubscription subscription, DateTimeOffset now) =>
        subscription is { Status: SubscriptionStatus.Stopped, ConfirmedAt: not null, SearchId: not null, StoppedAt: { } at } && now - at < Subscriber.IdleLasts;
}
