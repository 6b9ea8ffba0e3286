using JasperFx.Events;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Wolverine;
using Wolverine.Marten.Subscriptions;

namespace Souq.EventStore;

/// <summary>
/// Tells the other modules of what comes in floods, from the events themselves: one message for all of some moments, in the transaction that notes
/// how far was told (build/adr/0013). After a crash it may be told again.
/// </summary>
/// <param name="name">Under which is noted how far was told.</param>
public abstract class Telling(string name) : BatchSubscription(name)
{
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(30);

    public sealed override async Task ProcessEventsAsync(
        EventRange page, ISubscriptionController controller, IDocumentOperations operations, IMessageBus bus, CancellationToken cancellationToken)
    {
        if (Tell(page.Events) is { } message) await bus.PublishAsync(message);
        if (TellAgain(page.Events) is { } again) await bus.PublishAsync(again, new DeliveryOptions { ScheduleDelay = Later });
    }

    /// <param name="events">Of the types that were included, in their order.</param>
    /// <returns><c>null</c> when there is nothing to tell.</returns>
    protected abstract object? Tell(IReadOnlyList<IEvent> events);

    /// <summary>What may come to a module before the beginning of what it is about, and would be lost there; it is told once more a little later.</summary>
    protected virtual object? TellAgain(IReadOnlyList<IEvent> events) => null;
}
