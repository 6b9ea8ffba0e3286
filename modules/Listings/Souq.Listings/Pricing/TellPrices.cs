using JasperFx.Events;
using Souq.EventStore;
using Souq.Listings.Contracts;

namespace Souq.Listings.Pricing;

/// <summary>New prices, which merchants' programs set by the thousand.</summary>
public sealed class TellPrices : Telling
{
    public TellPrices() : base("prices") => IncludeType<PriceChanged>();

    protected override object? Tell(IReadOnlyList<IEvent> events)
    {
        var told = events.OfType<IEvent<PriceChanged>>().Select(e => new ListingPriceChanged(e.StreamId, e.Data.Price, e.Data.Was, e.Data.At)).ToList();
        return told.Count > 0 ? new ListingPricesChanged(told) : null;
    }
}
