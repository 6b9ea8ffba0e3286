using Souq.Catalog.Contracts;
using Souq.Web.Localisation;

namespace Souq.Listings.Browsing;

/// <summary>How many adverts of a search stand in each wilaya of today, at most half a minute old.</summary>
/// <param name="Sampled">Counted among the newest only: what stands where, but not how many in all.</param>
public sealed record CountedPlaces(IReadOnlyDictionary<int, int> ByWilaya, bool Sampled);

/// <inheritdoc cref="CountedPlaces"/>
public sealed class PlaceCounts(MarketCounts market, SearchListings search, ICatalog catalog, TimeProvider time)
{
    /// <param name="found">What the search found as it is.</param>
    public async Task<CountedPlaces> Of(SearchQuery query, SearchPageResult found, CancellationToken cancellation = default)
    {
        var anywhere = query.Anywhere;
        if (anywhere is { Words: null, SellerId: null, Narrowed: 0 })
        {
            // Of an area every commune has the same wilaya, whichever day it is.
            var areas = await market.ByArea(query.Sections, cancellation);
            return new CountedPlaces(ByWilaya(areas, Area), Sampled: false);
        }

        var everywhere = query is { Wilaya: null, Commune: null, Near: null };
        var sample = everywhere && found.Sample is { } all ? all : await search.Count(anywhere, SampleWish.Places, found.Relaxed, cancellation);
        return new CountedPlaces(ByWilaya(sample.Communes, code => catalog.Current.Territory.Commune(code)), sample.IsCapped);
    }

    private Commune? Area(int area) => catalog.Current.Territory.InArea(area);

    private Dictionary<int, int> ByWilaya(IReadOnlyDictionary<int, int> counts, Func<int, Commune?> commune)
    {
        var (territory, today) = (catalog.Current.Territory, Formats.Today(time));
        return counts.Select(c => (Wilaya: commune(c.Key) is { } place ? territory.WilayaOf(place, today).Code : 0, c.Value))
            .GroupBy(c => c.Wilaya).ToDictionary(g => g.Key, g => g.Sum(c => c.Value));
    }
}
