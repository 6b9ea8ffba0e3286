using Souq.Digests.Sending;
using Souq.Digests.Subscribing;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Digests.Managing;

/// <summary>No letters for some days; what is found meanwhile comes in the first one afterwards.</summary>
public sealed record PauseAlert(Guid DigestSubscriptionId, int Days);

/// <summary>Letters again, before the pause is over.</summary>
public sealed record ResumeAlert(Guid DigestSubscriptionId);

public static class PauseAlertHandler
{
    public static IReadOnlyList<int> Offered { get; } = [3, 7, 14, 30];

    public const int Most = 90;

    public static async Task<(Events, IEnumerable<IMartenOp>, OutgoingMessages)> Handle(
        PauseAlert command, [WriteModel] DigestSubscription subscription, ISearches searches, TimeProvider time, CancellationToken cancellation) =>
        Decide(command, subscription, await searches.Reached(cancellation), time.GetUtcNow());

    public static async Task<(Events, IEnumerable<IMartenOp>, OutgoingMessages)> Handle(
        ResumeAlert command, [WriteModel] DigestSubscription subscription, ISearches searches, TimeProvider time, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (subscription.Status != SubscriptionStatus.Active || !subscription.IsPaused(now)) return ([], [], []);
        var resumed = new AlertResumed(now);
        return ([resumed], [DuePlan.Of(subscription.Apply(resumed), now, await searches.Reached(cancellation))], []);
    }

    public static (Events, IEnumerable<IMartenOp>, OutgoingMessages) Decide(PauseAlert command, DigestSubscription subscription, long reached, DateTimeOffset now)
    {
        if (!subscription.Sends) throw new RefusedException("Digest.NotActive");
        if (command.Days is < 1 or > Most) throw new RefusedException("Digest.PauseWrong", "Days", Most);
        var paused = new AlertPaused(now.AddDays(command.Days), now);
        return ([paused], [DuePlan.Of(subscription.Apply(paused), now, reached)], []);
    }
}
