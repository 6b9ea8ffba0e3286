using Souq.Digests.Subscribing;
using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Digests.Managing;

/// <summary>Less often, or more.</summary>
public sealed record ChangeFrequency(Guid DigestSubscriptionId, Frequency Frequency);

public static class ChangeFrequencyHandler
{
    public static (Events, OutgoingMessages) Handle(ChangeFrequency command, [WriteModel] DigestSubscription subscription, TimeProvider time) =>
        subscription.Status != SubscriptionStatus.Active ? throw new RefusedException("Digest.NotActive")
        : subscription.Frequency == command.Frequency ? ([], [])
        : ([new FrequencyChanged(command.Frequency, time.GetUtcNow())], []);
}
