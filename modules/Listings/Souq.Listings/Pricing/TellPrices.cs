using JasperFx.Events;
using Souq.EventStore;
using Souq.Listings.Contracts;

namespace Souq.Listings.Pricing;

/// <summary>New prices, which merchants' programs set by the thousand.</summary>
public sealed class TellPrices : Telling
{
    public TellPrices() : base("prices") => IncludeType<PriceChanged>();

    protected override object? Tell(IReadOnlyList<IEvent> events) => Of(events.OfType<IEvent<PriceChanged>>());

    /// <remarks>A publication is told on another way, which a new price may overtake: it finds no copy to change, or one that is written over.</remarks>
    protected override object? TellAgain(IReadOnlyList<IEvent> events) => Of(events.OfType<IEvent<PriceChanged>>().Where(e => e.Data.Early));

    private static ListingPricesChanged? Of(IEnumerable<IEvent<PriceChanged>> events)
    {
        var told = events.Select(e => new ListingPriceChanged(e.StreamId, e.Data.Price, e.Data.Was, e.Data.At)).ToList();
        return told.Count > 0 ? new(told) : null;
    }
}
