using Marten;
using Souq.Accounts.Contracts;
using Souq.Digests.Managing;
using Souq.Digests.Sending;
using Souq.EventStore;
using Souq.Listings.Contracts;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Runtime.Handlers;

namespace Souq.Digests.Subscribing;

/// <summary>Who follows a store keeps the search for what its seller offers: its letters come, are stopped and are paused like all others.</summary>
public static class FollowSellerHandler
{
    /// <summary>In the evening, when stores have hung out what is new.</summary>
    public static readonly Rhythm Usual = new(Frequency.Daily, Hour: 18);

    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task<(IEnumerable<IMartenOp>, OutgoingMessages)> Handle(
        FollowChanged fact, IDocumentSession session, IFollows follows, IMailboxes mailboxes, ISearches searches, TimeProvider time, CancellationToken cancellation)
    {
        if (await mailboxes.Of(fact.PersonId, cancellation) is not { } address || searches.Read($"by={fact.SellerId:N}") is not { } search) return ([], []);
        await Subscriber.Lock(session, address, cancellation);
        // Asked now and not told: two changes of his mind may arrive in any order.
        var title = await follows.StoreFollowed(fact.PersonId, fact.SellerId, cancellation);
        var now = time.GetUtcNow();
        var subscriber = await Subscriber.Find(session, address, cancellation) ?? new Subscriber(Guid.CreateVersion7(), address, now);
        var id = DigestSubscription.IdOf(subscriber.Id, search.Id);
        var known = await session.LoadAsync<DigestSubscription>(id, cancellation);
        if (title is null) return known is { Status: not SubscriptionStatus.Stopped } ? Stop(known, now) : ([], []);
        if (known is { Status: SubscriptionStatus.Active }) return ([], []);

        var saved = new SearchSaved(subscriber.Id, search.Id, Usual, DigestSubscription.UsualCap, await mailboxes.LanguageOf(fact.PersonId, cancellation), now);
        var words = new SavedSearch(id, subscriber.Id, search.Id, search.Query, SavedSearch.Shortened(title)) { SellerId = fact.SellerId };
        return Beginning.Confirmed(subscriber with { PersonId = fact.PersonId }, words, known, saved, await searches.Reached(cancellation), now);
    }

    private static (IEnumerable<IMartenOp>, OutgoingMessages) Stop(DigestSubscription subscription, DateTimeOffset now) => (
        [new Begin(subscription.Id, subscription, new DigestStopped(StopReason.Unsubscribed, now)), new DropDue(subscription.Id)],
        [.. Keeping.Release(subscription), new NoteIdleSubscriber(subscription.SubscriberId)]);
}
