using System.Text.Json;
using Souq.Catalog.Contracts;
using Souq.Listings.Browsing;
using Souq.Listings.Contracts;

namespace Souq.Listings.Watching;

/// <summary>
/// A kept search as the conditions an advert's row in the search table must meet: the same that <see cref="SearchFilter"/> asks for, as columns, so
/// that one statement holds many adverts against many searches.
/// </summary>
/// <param name="Words">A tsquery.</param>
/// <param name="Tags">A tsquery.</param>
/// <param name="Low">Dinars, inclusive.</param>
/// <param name="High">Dinars, inclusive.</param>
/// <param name="Communes">ONS codes.</param>
/// <param name="Ranges">JSON: of numbers among the attributes.</param>
/// <param name="Stores">Only those of stores, or only those of others.</param>
/// <param name="Days">Only those listed within so many days.</param>
/// <param name="Reduced">Only those whose price came down lately.</param>
/// <param name="Catalog">Version of the catalog it was read with.</param>
internal sealed record Watch(
    KeptSearch Search, string? Words, string? Tags, long? Low, long? High, int[]? Communes, string? Ranges, bool? Stores, int? Days, bool Reduced,
    IReadOnlyList<WatchKey> Keys, long Catalog)
{
    /// <summary>Conditions on a row <c>a</c> for a search <c>w</c>; <c>a.store</c> says whether its seller has a store.</summary>
    public static readonly string Fits = $"""
        (w.words is null or a.words @@ w.words) and (w.tags is null or a.tags @@ w.tags)
          and (w.low is null or a.price >= w.low) and (w.high is null or a.price <= w.high)
          and (w.communes is null or a.commune = any(w.communes)) and (w.stores is null or a.store = w.stores)
          and (w.days is null or a.listed_at >= now() - w.days * interval '1 day')
          and (not w.reduced or a.dropped_at > now() - interval '{PriceHistory.Memory.Days} days')
          and (w.ranges is null or not exists (
            select from jsonb_to_recordset(w.ranges) r(key text, low numeric, high numeric)
            where not coalesce(jsonb_typeof(a.attributes -> r.key) = 'number'
              and (r.low is null or (a.attributes ->> r.key)::numeric >= r.low) and (r.high is null or (a.attributes ->> r.key)::numeric <= r.high), false)))
        """;

    public static Watch Of(KeptSearch search, SearchQuery query, CatalogSnapshot catalog, TermWeights weights, DateTimeOffset now)
    {
        var filter = SearchFilter.Of(query, catalog, now);
        return new Watch(
            search, filter.Words, filter.Tags.Count > 0 ? string.Join(" & ", filter.Tags) : null, query.Min, query.Max, filter.Communes, RangesOf(query),
            query.Seller is { } kind ? kind == SellerKind.Store : null, query.Days, query.Reduced, WatchKeys.Of(filter, weights), catalog.Version);
    }

    private static string? RangesOf(SearchQuery query)
    {
        var ranges = (query.Attributes ?? new Dictionary<string, IReadOnlyList<string>>())
            .Where(a => a.Value.Count == 1).Select(a => (a.Key, Range: SearchFilter.Range(a.Value[0]))).Where(a => a.Range is not null)
            .Select(a => new { key = a.Key, low = a.Range!.Value.From, high = a.Range.Value.To }).ToList();
        return ranges.Count == 0 ? null : JsonSerializer.Serialize(ranges);
    }
}
