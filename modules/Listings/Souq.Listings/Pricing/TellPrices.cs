using JasperFx.Events;
using Marten;
using Souq.EventStore;
using Souq.Listings.Contracts;

namespace Souq.Listings.Pricing;

/// <summary>New prices, which merchants' programs set by the thousand.</summary>
public sealed class TellPrices : Telling
{
    /// <summary>After this long every module has its copy of what was published, however much is waiting.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    public TellPrices() : base("prices") => IncludeType<PriceChanged>();

    protected override object? Tell(IReadOnlyList<IEvent> events) => Of([.. events.OfType<IEvent<PriceChanged>>()]);

    /// <remarks>A publication is told on another way, which a new price may overtake: it finds no copy to change, or one that is written over.</remarks>
    protected override async Task<object?> TellAgain(IReadOnlyList<IEvent> events, IDocumentOperations operations, CancellationToken cancellation)
    {
        var ids = events.Select(e => e.StreamId).Distinct().ToArray();
        var adverts = await operations.Query<Listing>().Where(l => l.Id.IsOneOf(ids) && l.ShownAt != null).Select(l => new { l.Id, l.ShownAt }).ToListAsync(cancellation);
        var shown = adverts.ToDictionary(l => l.Id, l => l.ShownAt);
        return Of([.. events.OfType<IEvent<PriceChanged>>().Where(e => shown.GetValueOrDefault(e.StreamId) > e.Data.At - Fresh)]);
    }

    private static ListingPricesChanged? Of(List<IEvent<PriceChanged>> events) =>
        events.Count > 0 ? new(events.ConvertAll(e => new ListingPriceChanged(e.StreamId, e.Data.Price, e.Data.Was, e.Data.At))) : null;
}
