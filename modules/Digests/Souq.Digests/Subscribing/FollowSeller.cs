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
        if (searches.Read($"by={fact.SellerId:N}") is not { } search
            || await OwnRequest.Of(fact.PersonId, search, session, mailboxes, time, cancellation) is not { } request) return ([], []);
        // Asked now and not told: two changes of his mind may arrive in any order.
        if (await follows.StoreFollowed(fact.PersonId, fact.SellerId, cancellation) is not { } title)
            return request.Known is { Status: not SubscriptionStatus.Stopped } running ? Stop(running, time.GetUtcNow()) : ([], []);
        if (request.IsActive) return ([], []);
        // A store that was closed for a while is heard of as before.
        var words = await session.LoadAsync<SavedSearch>(request.Id, cancellation) ?? request.Words(SavedSearch.Shortened(title));
        var rhythm = request.Known is { Rhythm: { Pace: not Frequency.Never } chosen } ? chosen : Usual;
        return request.Begin(rhythm, words with { SellerId = fact.SellerId }, await searches.Reached(cancellation), time.GetUtcNow());
    }

    private static (IEnumerable<IMartenOp>, OutgoingMessages) Stop(DigestSubscription subscription, DateTimeOffset now) => (
        [new Begin(subscription.Id, subscription, new DigestStopped(StopReason.Unsubscribed, now)), new DropDue(subscription.Id)],
        [.. Keeping.Release(subscription), new NoteIdleSubscriber(subscription.SubscriberId)]);
}
