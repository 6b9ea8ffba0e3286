using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Browsing;
using Souq.Web.Memory;

namespace Souq.Listings.Pricing;

/// <summary>
/// What thousands of a model were asked for, with the year they are of, or of a kind of property in a wilaya with its area: for an advert of which the
/// newest of its kind say nothing. Asking for just those like it was a question of its own for each advert, and most of what an advert's page cost on a
/// market of a million; these serve all adverts of a model for ten minutes.
/// </summary>
public sealed class PriceSamples(SearchReader reader, ICatalog catalog, IConfiguration configuration, TimeProvider time) : IDisposable
{
    /// <summary>The newest so many of a model are looked through.</summary>
    private const int Deep = 4_000;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private readonly bool remembers = configuration.GetValue(ShortMemory.Setting, true);

    private readonly ConcurrentDictionary<(string Kind, string Details, PricePer Per), Lazy<Task<DeepSample>>> asking = new();

    // Counted in adverts, of some 24 bytes each.
    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = 1_000_000 });

    /// <summary>Prices of those like it in dinars, the newest first.</summary>
    /// <param name="like">Asks for nothing of <see cref="SimilarAdverts.Details"/> but ranges of numbers.</param>
    /// <param name="but">An advert that is not compared with itself.</param>
    public async Task<IReadOnlyList<long>> Of(SearchQuery like, PricePer per, long but, int most, CancellationToken cancellation)
    {
        var ranges = SimilarAdverts.Ranges(like);
        var sample = await Sample(SimilarAdverts.Wider(like), [.. ranges.Select(r => r.Key)], per, cancellation);
        return [.. sample.Where(ranges, but).Take(most)];
    }

    public void Dispose() => known.Dispose();

    private async Task<DeepSample> Sample(SearchQuery kind, IReadOnlyList<string> details, PricePer per, CancellationToken cancellation)
    {
        var key = (SearchParameters.Address(kind, catalog.Current), string.Join(' ', details), per);
        if (!remembers) return await Find(kind, details, per, cancellation);
        if (known.TryGetValue(key, out DeepSample? remembered)) return remembered!;
        // Many read pages of one model at once: one question is asked for all of them, and goes on when they leave.
        return await asking.GetOrAdd(key, _ => new(Remember)).Value.WaitAsync(cancellation);

        async Task<DeepSample> Remember()
        {
            try
            {
                var found = await Find(kind, details, per, CancellationToken.None);
                return known.Set(key, found, new MemoryCacheEntryOptions { Size = 1 + found.Count, AbsoluteExpirationRelativeToNow = Fresh });
            }
            finally
            {
                asking.TryRemove(key, out var _);
            }
        }
    }

    private async Task<DeepSample> Find(SearchQuery kind, IReadOnlyList<string> details, PricePer per, CancellationToken cancellation)
    {
        var filter = SearchFilter.Of(kind, catalog.Current, time.GetUtcNow()).And(new Condition("price is not null and price_per = {0}", (int)per));
        var columns = "number, price" + string.Concat(details.Select(key => $", attributes ->> '{key.Replace("'", "''", StringComparison.Ordinal)}'"));
        return DeepSample.Of(await reader.Newest(filter, columns, Deep, Row, cancellation: cancellation));

        (long, long, double[]) Row(NpgsqlDataReader row) => (row.GetInt64(0), row.GetInt64(1), [.. Enumerable.Range(2, details.Count).Select(i => row.IsDBNull(i) ? double.NaN : Number(row.GetString(i)))]);
    }

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}

/// <summary>Side by side in three arrays, since there are many.</summary>
/// <param name="Details">Of each advert as many as were asked for; not a number where it has none.</param>
public sealed record DeepSample(long[] Numbers, long[] Prices, double[] Details)
{
    public int Count => Numbers.Length;

    public static DeepSample Of(IReadOnlyList<(long Number, long Price, double[] Details)> adverts) =>
        new([.. adverts.Select(a => a.Number)], [.. adverts.Select(a => a.Price)], [.. adverts.SelectMany(a => a.Details)]);

    /// <summary>Prices of those whose details lie in all ranges.</summary>
    public IEnumerable<long> Where(IReadOnlyList<(string Key, decimal? From, decimal? To)> ranges, long but)
    {
        var bounds = ranges.Select(r => ((double)(r.From ?? decimal.MinValue), (double)(r.To ?? decimal.MaxValue))).ToArray();
        for (var i = 0; i < Count; i++)
            if (Numbers[i] != but && Fits(i, bounds)) yield return Prices[i];
    }

    private bool Fits(int advert, (double From, double To)[] bounds)
    {
        for (var i = 0; i < bounds.Length; i++)
            if (!(Details[(advert * bounds.Length) + i] >= bounds[i].From && Details[(advert * bounds.Length) + i] <= bounds[i].To)) return false;
        return true;
    }
}
