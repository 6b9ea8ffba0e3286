using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Digests.Subscribing;

/// <summary>The mailbox's owner says yes, by the signed link he was sent.</summary>
public sealed record ConfirmDigest(Guid DigestSubscriptionId);

public static class ConfirmDigestHandler
{
    public static (Events, OutgoingMessages) Handle(ConfirmDigest command, [WriteModel] DigestSubscription subscription, TimeProvider time) =>
        subscription.Status switch
        {
            SubscriptionStatus.Active => ([], []),
            SubscriptionStatus.Pending => ([new DigestConfirmed(time.GetUtcNow())], []),
            _ => throw new RefusedException("Digest.NoLongerWaiting"),
        };
}
