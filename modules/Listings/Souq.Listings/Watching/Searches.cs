using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Npgsql;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Browsing;
using Souq.Listings.Browsing.Indexing;
using Souq.Listings.Contracts;

namespace Souq.Listings.Watching;

/// <inheritdoc cref="ISearches"/>
public sealed class Searches(NpgsqlDataSource source, FindsMemory finds, SearchListings search, ICatalog catalog, TimeProvider time, IStringLocalizer<ListingsText> text) : ISearches
{
    /// <summary>What was found longer ago is not told any more.</summary>
    public const int DaysKept = 21;

    private static readonly Guid Space = new("5b1c3f0a-8a5e-4d52-9a35-1f0f6a3d9c77");

    private static readonly string Was = $"case when s.dropped_at > now() - interval '{PriceHistory.Memory.Days} days' then s.was end";

    public KeptSearch? Read(string? query) => Read(query, catalog.Current, time.GetUtcNow())?.Kept;

    public string Address(string query) => SearchParameters.Address(Query(query), catalog.Current);

    public IReadOnlyList<string> Describe(string query) =>
        SearchPieces.Of(Query(query), catalog.Current, text) is { Count: > 0 } pieces ? [.. pieces.Select(p => p.Text)] : [text["Search.Everything"]];

    public async Task<IReadOnlyList<FoundListing>> Preview(string query, int most, CancellationToken cancellation)
    {
        if (Read(query, catalog.Current, time.GetUtcNow()) is not var (_, read)) return [];
        var since = time.GetUtcNow() - PriceHistory.Memory;
        return [.. (await search.First(read with { Limit = most }, cancellation)).Select(h => new FoundListing(
            h.Id, h.Number, h.SellerId, h.SectionId, h.Title, h.Price, h.DroppedAt > since ? h.Was : null, h.CommuneCode, h.PhotoId, h.ListedAt))];
    }

    public async Task<long> Reached(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"select coalesce((select reached from {MatchingTable.Name} where id = 1), 0)");
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    public async Task<IReadOnlyList<SearchNews>> News(IReadOnlyCollection<NewsWish> wishes, CancellationToken cancellation)
    {
        if (wishes.Count == 0) return [];
        var numbers = await Numbers([.. wishes.Select(w => w.SearchId).Distinct()], cancellation);
        var told = wishes.Where(w => numbers.ContainsKey(w.SearchId)).Select(w => new Told(w)).ToList();
        foreach (var run in told.GroupBy(t => t.Wish.Until)) await Find([.. run], run.Key, t => numbers[t.Wish.SearchId], cancellation);
        var listings = await Load([.. told.SelectMany(t => t.Listings).Distinct()], cancellation);
        return [.. told.Select(t => t.News(listings, Top)).Where(n => n.Total > 0)];
    }

    public async Task<IReadOnlySet<Guid>> Fresh(IReadOnlyCollection<Guid> searches, long after, long until, CancellationToken cancellation)
    {
        var numbers = await Numbers([.. searches.Distinct()], cancellation);
        var (named, fresh) = (numbers.ToDictionary(n => n.Value, n => n.Key), new HashSet<Guid>());
        await Scan([.. numbers.Values], after, until, (_, _, no) => fresh.Add(named[no]), cancellation);
        return fresh;
    }

    /// <summary>The search of an address, as its page would understand it; <c>null</c> where nothing can fit.</summary>
    internal static (KeptSearch Kept, SearchQuery Query)? Read(string? address, CatalogSnapshot catalog, DateTimeOffset now)
    {
        var typed = new QueryCollection(QueryHelpers.ParseQuery(address));
        var query = OneForm(SearchReading.Of(SearchParameters.Read(typed, catalog).Query, catalog));
        if (SearchFilter.Of(query, catalog, now).Impossible) return null;
        var form = Form(query, catalog);
        // Capital letters make no other search.
        return (new KeptSearch(DeterministicGuid.Create(Space, form.ToLowerInvariant()), form), query);
    }

    internal static string Form(SearchQuery query, CatalogSnapshot catalog) => SearchParameters.Address(OneForm(query), catalog, "").TrimStart('?');

    /// <summary>Whatever order it was asked in and whichever page was looked at.</summary>
    private static SearchQuery OneForm(SearchQuery query) => query with
    {
        Sort = SearchSort.Newest,
        After = null,
        Limit = SearchQuery.PageSize,
        Plain = query.Words is not null,
        Reduced = query.Reduced || query.Sort is SearchSort.Dropped or SearchSort.BiggestDrop,
        Wilaya = query.Wilayas.Count > 0 ? query.Wilayas.Min() : null,
        MoreWilayas = [.. query.Wilayas.Distinct().Order().Skip(1)],
        Near = query.Km is null ? null : query.Near,
        Attributes = query.Attributes?.OrderBy(a => a.Key, StringComparer.Ordinal)
            .ToDictionary(a => a.Key, a => (IReadOnlyList<string>)[.. a.Value.Order(StringComparer.Ordinal)]),
    };

    private SearchQuery Query(string query) => Read(query, catalog.Current, time.GetUtcNow())?.Query ?? new SearchQuery();

    private int Top(int section) => catalog.Current.Section(section)?.Path[0] ?? section;

    private async Task Find(IReadOnlyList<Told> told, long until, Func<Told, int> no, CancellationToken cancellation)
    {
        var after = told.Min(t => t.Wish.After);
        if (after >= until) return;
        if (await finds.Between(after, until, cancellation) is { } found)
        {
            foreach (var one in told)
                foreach (var (seq, listing) in found.Of(no(one)))
                    if (!one.Add(seq, listing)) break;
            return;
        }

        var bySearch = told.ToLookup(no);
        await Scan([.. bySearch.Select(s => s.Key)], after, until, (seq, listing, search) =>
        {
            foreach (var one in bySearch[search]) one.Add(seq, listing);
        }, cancellation);
    }

    private async Task<Dictionary<Guid, int>> Numbers(Guid[] searches, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"select id, no from {WatchTable.Name} where id = any($1)");
        command.Parameters.Add(new() { Value = searches });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var numbers = new Dictionary<Guid, int>();
        while (await row.ReadAsync(cancellation)) numbers[row.GetGuid(0)] = row.GetInt32(1);
        return numbers;
    }

    /// <summary>All that some searches found between two places, the newest first.</summary>
    private async Task Scan(int[] searches, long after, long until, Action<long, Guid, int> found, CancellationToken cancellation)
    {
        if (searches.Length == 0 || until <= after) return;
        var wanted = new bool[searches.Max() + 1];
        foreach (var no in searches) wanted[no] = true;
        await foreach (var (seq, listing, numbers) in FoundBySearch.Rows(source, after, until, cancellation)) Tell(seq, listing, numbers);

        void Tell(long seq, Guid listing, byte[] numbers)
        {
            foreach (var no in FoundBySearch.Numbers(numbers))
                if (no < wanted.Length && wanted[no]) found(seq, listing, no);
        }
    }

    private async Task<Dictionary<Guid, FoundListing>> Load(Guid[] ids, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"select {FoundRow.Columns}, {Was} from {SearchTable.Name} s where s.id = any($1) and s.available");
        command.Parameters.Add(new() { Value = ids });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var listings = new Dictionary<Guid, FoundListing>();
        while (await row.ReadAsync(cancellation))
            listings[row.GetGuid(0)] = FoundRow.Read(row, row.IsDBNull(FoundRow.Width) ? null : row.GetInt64(FoundRow.Width));
        return listings;
    }

    /// <summary>What is being told of one wish.</summary>
    private sealed class Told(NewsWish wish)
    {
        private readonly HashSet<Guid> known = [];

        public NewsWish Wish => wish;

        /// <summary>The newest first, as many as are counted.</summary>
        public List<Guid> Listings { get; } = [];

        /// <summary>The newest first.</summary>
        /// <returns>False when there is nothing left to be told.</returns>
        public bool Add(long seq, Guid listing)
        {
            if (seq <= wish.After || Listings.Count > SearchQuery.CountCap) return false;
            if (seq <= wish.Until && known.Add(listing)) Listings.Add(listing);
            return true;
        }

        public SearchNews News(Dictionary<Guid, FoundListing> all, Func<int, int> top)
        {
            var listings = Listings.Select(all.GetValueOrDefault).OfType<FoundListing>().ToList();
            return new SearchNews(wish, [.. listings.OrderBy(l => l.PhotoId is null).Take(wish.Most)], listings.Count,
                [.. listings.CountBy(l => top(l.SectionId)).OrderByDescending(s => s.Value).ThenBy(s => s.Key).Select(s => (s.Key, s.Value))]);
        }
    }
}
