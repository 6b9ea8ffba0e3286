using Npgsql;
using Souq.Catalog.Contracts;

namespace Souq.Listings.Browsing;

/// <summary>
/// Samples of searches. One that does not hold all its matches is remembered for half a minute: its counts say "at least" anyway. A small one is
/// always read anew, and so exact.
/// </summary>
public sealed class SearchSamples(SearchReader reader, NpgsqlDataSource source, ICatalog catalog, TimeProvider time) : IDisposable
{
    private readonly AheadMemory<SearchSample> memory = new(limit: 2_000);
    private volatile Known? stores;

    /// <returns>The sample, and the adverts in it, the newest first; <c>null</c> of a remembered one, which may be too old for that.</returns>
    /// <param name="wish"><c>null</c> for all facets.</param>
    internal async Task<(SearchSample Sample, IReadOnlyList<Guid>? Ids)> Of(SearchQuery query, SearchFilter filter, bool relaxed, SampleWish? wish, CancellationToken cancellation)
    {
        var key = (SearchParameters.Address(Counted(query), catalog.Current), query.SellerId, relaxed, wish?.Of ?? SampleOf.Facets, wish?.Attributes.FirstOrDefault());
        if (memory.Of(key, async () => await Read(CancellationToken.None) is ({ IsCapped: true } anew, _) ? anew : null) is { } known) return (known, null);
        var (sample, ids) = await Read(cancellation);
        if (sample.IsCapped) memory.Set(key, sample);
        return (sample, ids);

        async Task<(SearchSample Sample, IReadOnlyList<Guid> Ids)> Read(CancellationToken until) => await SearchSample.Read(reader, filter, wish ?? await Facets(query, until), until);
    }

    public void Dispose() => memory.Dispose();

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
        if (stores is { } known && time.GetElapsedTime(known.At) < AheadMemory<SearchSample>.Age) return known.Sellers;
        await using var command = source.CreateCommand("select id from listings.mt_doc_sellerstore");
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var sellers = new HashSet<Guid>();
        while (await row.ReadAsync(cancellation)) sellers.Add(row.GetGuid(0));
        stores = new Known(sellers, time.GetTimestamp());
        return sellers;
    }

    private sealed record Known(IReadOnlySet<Guid> Sellers, long At);
}
