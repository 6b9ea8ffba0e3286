using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Souq.Listings.Contracts;
using Wolverine;
using Wolverine.Marten.Subscriptions;

namespace Souq.Listings.Pricing;

/// <summary>
/// Tells the other modules of new prices. They come in floods, so they are read from the events, which are the outbox here: one message for all of
/// some moments, in the transaction that notes how far was told (build/adr/0013).
/// </summary>
public sealed class TellPrices : BatchSubscription
{
    public TellPrices() : base("prices") => IncludeType<PriceChanged>();

    public override async Task ProcessEventsAsync(
        EventRange page, ISubscriptionController controller, IDocumentOperations operations, IMessageBus bus, CancellationToken cancellationToken)
    {
        var told = page.Events.Where(e => e.Data is PriceChanged).Select(e => (e.StreamId, Changed: (PriceChanged)e.Data))
            .Select(e => new ListingPriceChanged(e.StreamId, e.Changed.Price, e.Changed.Was, e.Changed.At)).ToList();
        if (told.Count > 0) await bus.PublishAsync(new ListingPricesChanged(told));
    }
}
