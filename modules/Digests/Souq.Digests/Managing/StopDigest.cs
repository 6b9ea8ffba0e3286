using Marten;
using Souq.Digests.Subscribing;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Digests.Managing;

/// <summary>No more of these letters. Said twice it is still done.</summary>
public sealed record StopDigest(Guid DigestSubscriptionId);

public static class StopDigestHandler
{
    public static (Events, OutgoingMessages) Handle(StopDigest command, [WriteModel] DigestSubscription subscription, TimeProvider time) =>
        subscription.Status == SubscriptionStatus.Stopped
            ? ([], [])
            : ([new DigestStopped(StopReason.Unsubscribed, time.GetUtcNow())], [new ForgetIdleSubscriber(subscription.SubscriberId)]);
}

/// <summary>An address without a subscription is not kept.</summary>
public sealed record ForgetIdleSubscriber(Guid SubscriberId);

public static class ForgetIdleSubscriberHandler
{
    public static async Task Handle(ForgetIdleSubscriber command, IDocumentSession session, CancellationToken cancellation)
    {
        var needed = await session.Query<DigestSubscription>()
            .AnyAsync(s => s.SubscriberId == command.SubscriberId && s.Status != SubscriptionStatus.Stopped, cancellation);
        if (!needed) session.Delete<Subscriber>(command.SubscriberId);
    }
}
