using Npgsql;
using Souq.Catalog.Contracts;
using Souq.Listings.Browsing.Indexing;

namespace Souq.Listings.Browsing;

/// <summary>How many adverts stand in each section and area, at most half a minute old: one count for every page.</summary>
public sealed class MarketCounts(NpgsqlDataSource source, ICatalog catalog, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(30);

    /// <summary>From then on it is counted anew, while pages still show what is known.</summary>
    private static readonly TimeSpan Ripe = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim counting = new(1);
    private volatile Counted? counted;

    /// <summary>By section, with all under it.</summary>
    public async Task<IReadOnlyDictionary<int, int>> BySection(CancellationToken cancellation = default)
    {
        var counts = new Dictionary<int, int>();
        foreach (var counted in await Current(cancellation))
            foreach (var id in catalog.Current.Section(counted.Section)?.Path ?? [counted.Section]) counts[id] = counts.GetValueOrDefault(id) + counted.Adverts;
        return counts;
    }

    /// <summary>By area, of some sections with all under them; of everything where there is none.</summary>
    public async Task<IReadOnlyDictionary<int, int>> ByArea(IReadOnlyList<int> sections, CancellationToken cancellation = default) => (await Current(cancellation))
        .Where(c => sections.Count == 0 || catalog.Current.Section(c.Section)?.Path.Any(sections.Contains) == true)
        .GroupBy(c => c.Area).ToDictionary(g => g.Key, g => g.Sum(c => c.Adverts));

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

    public void Dispose() => counting.Dispose();

    private async Task<IReadOnlyList<Count>> Current(CancellationToken cancellation)
    {
        if (counted is { } known && Age(known) < Ripe) return known.Counts;
        if (counted is { } ripe && Age(ripe) < Oldest)
        {
            if (counting.Wait(0, CancellationToken.None)) _ = Again();
            return ripe.Counts;
        }

        await counting.WaitAsync(cancellation);
        if (counted is not { } fresh || Age(fresh) >= Ripe) return await Again();
        counting.Release();
        return fresh.Counts;
    }

    private TimeSpan Age(Counted known) => time.GetElapsedTime(known.At);

    /// <summary>Counts, and lets the next one count.</summary>
    private async Task<IReadOnlyList<Count>> Again()
    {
        try
        {
            // Not cancelled with a request: others wait for it too.
            await using var command = source.CreateCommand($"select section, area, count(*)::int from {SearchTable.Name} where available group by 1, 2");
            var counts = new List<Count>();
            await using var row = await command.ExecuteReaderAsync();
            while (await row.ReadAsync()) counts.Add(new Count(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2)));
            counted = new Counted(counts, time.GetTimestamp());
            return counts;
        }
        finally
        {
            counting.Release();
        }
    }

    private sealed record Count(int Section, int Area, int Adverts);

    private sealed record Counted(IReadOnlyList<Count> Counts, long At);
}
