using System.Globalization;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;
using Souq.Catalog.Contracts;
using Souq.Web.Localisation;

namespace Souq.Listings.Browsing;

/// <summary>How many adverts of a search stand in each wilaya of today, at most half a minute old.</summary>
/// <param name="Sampled">Counted among the first <see cref="PlaceCounts.Cap"/> only: what stands where, but not how many in all.</param>
public sealed record CountedPlaces(IReadOnlyDictionary<int, int> ByWilaya, bool Sampled);

/// <inheritdoc cref="CountedPlaces"/>
public sealed class PlaceCounts(NpgsqlDataSource source, IMemoryCache cache, ICatalog catalog, TimeProvider time)
{
    /// <summary>A search with words or filters is counted no further: no page reads all its matches.</summary>
    public const int Cap = 5_000;

    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(30);

    public async Task<CountedPlaces> Of(SearchQuery query, CancellationToken cancellation = default)
    {
        var anywhere = query with { Wilaya = null, Commune = null, After = null, Sort = SearchSort.Newest };
        var whole = anywhere is { Words: null, Min: null, Max: null, SellerId: null, Attributes: null or { Count: 0 } };
        var communes = whole
            ? (await Everything(cancellation)).Where(c => query.SectionId is not { } id || catalog.Current.Section(c.Section)?.Path.Contains(id) == true)
                .GroupBy(c => c.Commune).ToDictionary(g => g.Key, g => g.Sum(c => c.Count))
            : await Sample(anywhere, cancellation);
        var (territory, today) = (catalog.Current.Territory, DateOnly.FromDateTime(Formats.InAlgiers(time.GetUtcNow()).DateTime));
        var wilayas = communes.Select(c => (Wilaya: territory.Commune(c.Key) is { } commune ? territory.WilayaOf(commune, today).Code : 0, c.Value))
            .GroupBy(c => c.Wilaya).ToDictionary(g => g.Key, g => g.Sum(c => c.Value));
        return new CountedPlaces(wilayas, !whole && communes.Values.Sum() >= Cap);
    }

    /// <summary>All that is on the market, by section and commune: one count for every page.</summary>
    private async Task<IReadOnlyList<Counted>> Everything(CancellationToken cancellation) => (await cache.GetOrCreateAsync(nameof(PlaceCounts), async entry =>
    {
        entry.AbsoluteExpirationRelativeToNow = Memory;
        await using var command = source.CreateCommand($"select section, commune, count(*)::int from {SearchTable.Name} where available group by 1, 2");
        var counts = new List<Counted>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) counts.Add(new Counted(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2)));
        return counts;
    }))!;

    private async Task<Dictionary<int, int>> Sample(SearchQuery query, CancellationToken cancellation) =>
        (await cache.GetOrCreateAsync((nameof(PlaceCounts), SearchParameters.Address(query, catalog.Current)), async entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = Memory;
            var counts = new Dictionary<int, int>();
            var filter = SearchFilter.Of(query, catalog.Current);
            if (filter.Impossible) return counts;
            await using var command = source.CreateCommand();
            command.CommandTimeout = 5;
            var sql = new StringBuilder($"select commune, count(*)::int from (select commune from {SearchTable.Name} where ");
            filter.Write(sql, command.Parameters);
            command.CommandText = sql.Append(CultureInfo.InvariantCulture, $" limit {Cap}) sampled group by 1").ToString();
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation)) counts[reader.GetInt32(0)] = reader.GetInt32(1);
            return counts;
        }))!;

    private sealed record Counted(int Section, int Commune, int Count);
}
