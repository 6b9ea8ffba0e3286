using Marten;
using Souq.Digests.Subscribing;

namespace Souq.Digests.Managing;

/// <summary>Somebody wants everything stopped and his address gone.</summary>
public sealed record ForgetSubscriber(Guid SubscriberId);

public static class ForgetSubscriberHandler
{
    public static async Task Handle(ForgetSubscriber command, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var running = await session.Query<DigestSubscription>()
            .Where(s => s.SubscriberId == command.SubscriberId && s.Status != SubscriptionStatus.Stopped).ToListAsync(cancellation);
        foreach (var subscription in running)
            session.Events.Append(subscription.Id, subscription.Version + 1, new DigestStopped(StopReason.Forgotten, time.GetUtcNow()));
        session.Delete<Subscriber>(command.SubscriberId);
    }
}
