using Marten;
using Souq.Accounts.Contracts;
using Souq.Digests.Sending;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Mail.Posting;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Digests.Subscribing;

/// <summary>The mailbox's owner says yes, by the signed link he was sent.</summary>
public sealed record ConfirmDigest(Guid DigestSubscriptionId);

public static class ConfirmDigestHandler
{
    public static async Task<(Events, IEnumerable<IMartenOp>, OutgoingMessages)> Handle(
        ConfirmDigest command, [WriteModel] DigestSubscription subscription, IDocumentSession session, ISearches searches, TimeProvider time, CancellationToken cancellation) =>
        Decide(subscription, await session.LoadAsync<SavedSearch>(subscription.Id, cancellation), await searches.Reached(cancellation), time.GetUtcNow());

    /// <param name="words"><c>null</c> for a request of old that has not been taken up, and once its owner is forgotten.</param>
    public static (Events, IEnumerable<IMartenOp>, OutgoingMessages) Decide(DigestSubscription subscription, SavedSearch? words, long reached, DateTimeOffset now)
    {
        if (subscription.Status == SubscriptionStatus.Active) return ([], [], []);
        if (subscription.Status != SubscriptionStatus.Pending || words is null) throw new RefusedException("Digest.NoLongerWaiting");
        var confirmed = new DigestConfirmed(now);
        var active = subscription.Apply(confirmed);
        return ([confirmed], [DuePlan.Of(active, now, reached)], [.. Keeping.Of(active, words, now), new KnowSubscriber(subscription.SubscriberId)]);
    }
}

/// <summary>A mailbox has said yes: perhaps it is that of a person who has an account here.</summary>
public sealed record KnowSubscriber(Guid SubscriberId);

public static class KnowSubscriberHandler
{
    public static async Task Handle(
        KnowSubscriber command, IDocumentSession session, IMailboxes mailboxes, StoppedAddresses stopped, CancellationToken cancellation)
    {
        if (await session.LoadAsync<Subscriber>(command.SubscriberId, cancellation) is not { } subscriber) return;
        // A letter has arrived and was wanted, whatever came back from there before.
        await stopped.LetGo(subscriber.Address, cancellation);
        session.Store(subscriber with { IdleSince = null, PersonId = subscriber.PersonId ?? await mailboxes.PersonAt(subscriber.Address, cancellation) });
    }

    /// <summary>Who subscribed first and joined later.</summary>
    public static async Task Handle(PersonJoined fact, IDocumentSession session, IMailboxes mailboxes, CancellationToken cancellation)
    {
        if (await mailboxes.Of(fact.PersonId, cancellation) is { } address && await Subscriber.Find(session, address, cancellation) is { PersonId: null } subscriber)
            session.Store(subscriber with { PersonId = fact.PersonId });
    }
}
