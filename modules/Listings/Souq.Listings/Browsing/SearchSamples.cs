using Microsoft.Extensions.Caching.Memory;
using Npgsql;
using Souq.Catalog.Contracts;

namespace Souq.Listings.Browsing;

/// <summary>
/// Samples of searches. One that does not hold all its matches is remembered for half a minute: its counts say "at least" anyway. A small one is
/// always read anew, and so exact.
/// </summary>
public sealed class SearchSamples(SearchReader reader, NpgsqlDataSource source, ICatalog catalog, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(30);

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = 2_000 });
    private volatile Known? stores;

    /// <returns>The sample, and the adverts in it, the newest first; <c>null</c> of a remembered one, which may be too old for that.</returns>
    /// <param name="wish"><c>null</c> for all facets.</param>
    internal async Task<(SearchSample Sample, IReadOnlyList<Guid>? Ids)> Of(SearchQuery query, SearchFilter filter, bool relaxed, SampleWish? wish, CancellationToken cancellation)
    {
        var key = (SearchParameters.Address(Counted(query), catalog.Current), query.SellerId, relaxed, wish?.Of ?? SampleOf.Facets, wish?.Attributes.FirstOrDefault());
        if (cache.TryGetValue(key, out SearchSample? known)) return (known!, null);
        var (sample, ids) = await SearchSample.Read(reader, filter, wish ?? await Facets(query, cancellation), cancellation);
        if (sample.IsCapped) cache.Set(key, sample, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Memory });
        return (sample, ids);
    }

    public void Dispose() => cache.Dispose();

    /// <summary>The same whichever page and order is shown, as far as the order leaves nothing out.</summary>
    private static SearchQuery Counted(SearchQuery query) => query with
    {
        After = null,
        Sort = query.Sort switch
        {
            SearchSort.Dearest => SearchSort.Cheapest,
            SearchSort.BiggestDrop => SearchSort.Dropped,
            SearchSort.Relevance or SearchSort.Nearest => SearchSort.Newest,
            var sort => sort,
        },
    };

    private async Task<SampleWish> Facets(SearchQuery query, CancellationToken cancellation)
    {
        var section = query.SectionId is { } id ? catalog.Current.Section(id) : null;
        var keys = section?.Attributes.Where(a => a.Filterable).Select(a => a.Key).ToHashSet() ?? [];
        return new SampleWish(SampleOf.Facets, keys, await Stores(cancellation), time.GetUtcNow());
    }

    private async Task<IReadOnlySet<Guid>> Stores(CancellationToken cancellation)
    {
        if (stores is { } known && time.GetElapsedTime(known.At) < Memory) return known.Sellers;
        await using var command = source.CreateCommand("select id from listings.mt_doc_sellerstore");
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var sellers = new HashSet<Guid>();
        while (await row.ReadAsync(cancellation)) sellers.Add(row.GetGuid(0));
        stores = new Known(sellers, time.GetTimestamp());
        return sellers;
    }

    private sealed record Known(IReadOnlySet<Guid> Sellers, long At);
}
