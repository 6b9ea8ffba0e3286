using System.Text.Json;
using Npgsql;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Listings.Browsing;

/// <summary>Finds adverts. Keyset paging in every order; no search reads all its matches, however many there are (build/adr/0012).</summary>
public sealed class SearchListings(SearchReader reader, SearchSamples samples, RankedMatches matches, ICatalog catalog, TimeProvider time)
{
    internal const string Columns =
        "id, number, title, price_type, price, section, commune, listed_at, photo, tone, photos, seller_id, attributes::text, price_per, was, dropped_at, dropped_by";

    public Task<SearchPageResult> Find(SearchQuery query, CancellationToken cancellation = default) => Find(query, facets: false, cancellation);

    /// <summary>The same, and the matches are counted by what they are as well.</summary>
    public Task<SearchPageResult> FindAndCount(SearchQuery query, CancellationToken cancellation = default) => Find(query, facets: true, cancellation);

    private async Task<SearchPageResult> Find(SearchQuery query, bool facets, CancellationToken cancellation)
    {
        var found = await Find(query, relaxed: false, facets, cancellation);
        if (found.Total > 0 || query.Words is null) return found;
        // Asked again on every page, since strictly there is nothing on any.
        return await Find(query, relaxed: true, facets, cancellation) with { Relaxed = true };
    }

    /// <summary>The first few, uncounted; in the orders by age and by drop alone, which need no count.</summary>
    public async Task<IReadOnlyList<SearchHit>> First(SearchQuery query, CancellationToken cancellation = default)
    {
        var filter = SearchFilter.Of(query, catalog.Current, time.GetUtcNow());
        var order = new SearchOrder(query, filter, catalog.Current);
        return filter.Impossible ? [] : [.. (await order.Page(reader, matches, query.Limit, null, null, cancellation)).Select(p => p.Hit)];
    }

    /// <summary>What narrows or widens a search, counted; <paramref name="relaxed"/> as the search itself was.</summary>
    internal async Task<SearchSample> Count(SearchQuery query, SampleWish wish, bool relaxed, CancellationToken cancellation = default)
    {
        var filter = SearchFilter.Of(query, catalog.Current, time.GetUtcNow(), relaxed);
        return (await samples.Of(query, filter, relaxed, wish, cancellation)).Sample;
    }

    private async Task<SearchPageResult> Find(SearchQuery query, bool relaxed, bool facets, CancellationToken cancellation)
    {
        var filter = SearchFilter.Of(query, catalog.Current, time.GetUtcNow(), relaxed);
        if (filter.Impossible) return new SearchPageResult([], 0, null);
        var limit = Math.Clamp(query.Limit, 1, SearchQuery.MaxLimit);
        var (sample, ids) = await samples.Of(query, filter, relaxed, facets ? null : SampleWish.CountOnly, cancellation);
        var order = new SearchOrder(query, filter, catalog.Current);
        var hits = sample.Total == 0 ? []
            : query is { Sort: SearchSort.Newest, After: null } && ids is not null ? await Known([.. ids.Take(limit + 1)], cancellation)
            : await order.Page(reader, matches, limit + 1, sample, ids, cancellation);
        var more = hits.Count > limit;
        if (more) hits.RemoveRange(limit, hits.Count - limit);
        return new SearchPageResult([.. hits.Select(h => h.Hit)], sample.Total, more ? order.CursorAfter(hits[^1]) : null, Sample: sample);
    }

    /// <summary>Just found to be the newest; one that ended meanwhile is left out.</summary>
    private Task<List<Placed>> Known(Guid[] ids, CancellationToken cancellation) => reader.Read(
        SearchReader.Select(Columns).Add("available and id = any({0}) order by listed_at desc, number desc", ids), row => new Placed(Hit(row)), cancellation);

    internal static SearchHit Hit(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetInt64(1), row.GetString(2),
        new Price((PriceType)row.GetInt16(3), row.IsDBNull(4) ? null : row.GetInt64(4), (PricePer)row.GetInt16(13)),
        row.GetInt32(5), row.GetInt32(6), row.GetFieldValue<DateTimeOffset>(7), row.IsDBNull(8) ? null : row.GetString(8),
        row.GetInt16(9), row.GetInt16(10), row.GetGuid(11), Attributes(row.GetString(12)))
    {
        Was = row.IsDBNull(14) ? null : row.GetInt64(14),
        DroppedAt = row.IsDBNull(15) ? null : row.GetFieldValue<DateTimeOffset>(15),
        DroppedBy = row.IsDBNull(16) ? 0 : row.GetInt16(16),
    };

    private static Dictionary<string, string> Attributes(string json)
    {
        using var parsed = JsonDocument.Parse(json);
        return parsed.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ValueKind == JsonValueKind.Array
            ? string.Join('|', p.Value.EnumerateArray().Select(v => v.ToString()))
            : p.Value.ToString());
    }
}

/// <summary>An advert among results, and its rank where the order has one.</summary>
internal sealed record Placed(SearchHit Hit, long Rank = 0);
