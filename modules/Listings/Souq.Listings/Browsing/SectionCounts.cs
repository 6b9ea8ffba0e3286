using Microsoft.Extensions.Caching.Memory;
using Npgsql;
using Souq.Catalog.Contracts;

namespace Souq.Listings.Browsing;

/// <summary>How many adverts stand in each top section, at most half a minute old.</summary>
public sealed class SectionCounts(NpgsqlDataSource source, IMemoryCache cache, ICatalog catalog)
{
    public async Task<IReadOnlyDictionary<int, int>> Current(CancellationToken cancellation = default) =>
        (await cache.GetOrCreateAsync(nameof(SectionCounts), async entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromSeconds(30);
            await using var command = source.CreateCommand(
                $"select top_section, count(*)::int from {SearchTable.Name} where available group by top_section");
            var counts = new Dictionary<int, int>();
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation)) counts[reader.GetInt32(0)] = reader.GetInt32(1);
            return counts;
        }))!;

    /// <summary>The sections in which somebody offers something, with all above them.</summary>
    public async Task<IReadOnlyDictionary<int, int>> OfSeller(Guid seller, CancellationToken cancellation = default)
    {
        await using var command = source.CreateCommand($"select section, count(*)::int from {SearchTable.Name} where available and seller_id = $1 group by 1");
        command.Parameters.Add(new() { Value = seller });
        var counts = new Dictionary<int, int>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            foreach (var id in catalog.Current.PathOf(reader.GetInt32(0)).Select(s => s.Id))
                counts[id] = counts.GetValueOrDefault(id) + reader.GetInt32(1);
        return counts;
    }
}
