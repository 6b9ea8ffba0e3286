using System.Globalization;
using Npgsql;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Browsing.Indexing;

namespace Souq.Listings.Browsing;

/// <summary>
/// The order of results and where the next page begins. Adverts without a price are left out of the orders by price. Distances,
/// which no index has in order, are taken in portions that come in order: communes from the nearest on.
/// </summary>
internal sealed class SearchOrder(SearchQuery query, SearchFilter filter, CatalogSnapshot catalog)
{
    private const string Columns = SearchListings.Columns;

    // Only an expression keeps PostgreSQL from walking the index of prices and looking at every advert on the way.
    private const string InOrder = "price + 0";

    /// <summary>Matches of words that are asked for beside those a page shows.</summary>
    private const int Spare = 4;

    /// <summary>The sorts whose cursor is a time.</summary>
    public static bool IsByTime(SearchSort sort) => sort is SearchSort.Newest or SearchSort.Dropped;

    /// <param name="newest">The adverts of the sample, where they are known.</param>
    public Task<List<Placed>> Page(SearchReader reader, RankedMatches matches, int limit, SearchSample? sample, IReadOnlyList<Guid>? newest, CancellationToken cancellation) => query.Sort switch
    {
        SearchSort.Cheapest or SearchSort.Dearest => ByPrice(reader, sample, limit, cancellation),
        SearchSort.Relevance when filter.Words is not null => ByRelevance(reader, matches, limit, sample, newest, cancellation),
        SearchSort.Nearest when query.Near is not null => ByDistance(reader, limit, cancellation),
        SearchSort.Dropped => ByDrop(reader, "dropped_at", Cursor.TryDecode(query.After, out DateTimeOffset at, out var last) ? (at, last) : null, limit, cancellation),
        SearchSort.BiggestDrop => ByDrop(reader, "dropped_by", Cursor.TryDecode(query.After, out long by, out var last) ? (by, last) : null, limit, cancellation),
        _ => reader.Newest(filter, Columns, limit, Plain, Cursor.TryDecode(query.After, out DateTimeOffset at, out var last) ? (at, last) : null, cancellation: cancellation),
    };

    public string CursorAfter(Placed last) => query.Sort switch
    {
        SearchSort.Dropped => Cursor.Encode(last.Hit.DroppedAt ?? last.Hit.ListedAt, last.Hit.Number),
        SearchSort.BiggestDrop => Cursor.Encode(last.Hit.DroppedBy, last.Hit.Number),
        SearchSort.Cheapest or SearchSort.Dearest => Cursor.Encode(last.Hit.Price.Dinars ?? 0, last.Hit.Number),
        SearchSort.Relevance when filter.Words is not null => Cursor.Encode(last.Rank, last.Hit.Number),
        SearchSort.Nearest when query.Near is not null => Cursor.Encode(last.Rank, last.Hit.Number),
        _ => Cursor.Encode(last.Hit.ListedAt, last.Hit.Number),
    };

    private static Placed Plain(NpgsqlDataReader row) => new(SearchListings.Hit(row));

    private static Placed Ranked(NpgsqlDataReader row) => new(SearchListings.Hit(row), row.GetInt64(17));

    private Task<List<Placed>> ByPrice(SearchReader reader, SearchSample? sample, int limit, CancellationToken cancellation)
    {
        var up = query.Sort == SearchSort.Cheapest;
        (long Price, long Number)? after = Cursor.TryDecode(query.After, out long price, out var number) ? (price, number) : null;
        // A section, also in a few wilayas, has an index by price; what has more to it is found by its words and tags, and put in order.
        if (!filter.IsBrowsing || query.Among.Count > 0 || query.SectionId is { } id && catalog.Section(id) is not { ParentId: null } && catalog.ChildrenOf(id).Any())
            return sample is { IsCapped: true } ? InPortions(reader, sample, up, after, limit, cancellation)
                : reader.Read(Priced(SearchReader.Select(Columns).Matching(filter), up, after, InOrder, limit), Plain, cancellation);
        var statement = SearchReader.Select(Columns).Add("available").Checked(filter.Checks);
        if (query.SectionId is { } section) statement.Add(catalog.Section(section) is { ParentId: null } ? " and top_section = {0}" : " and section = {0}", section);
        if (query.Wilaya is not null) statement.Add(" and area = any({0})", query.Wilayas.SelectMany(catalog.Territory.AreasOf).Distinct().ToArray());
        return reader.Read(Priced(statement, up, after, "price", limit), Plain, cancellation);
    }

    /// <summary>
    /// The cheapest of very many are asked for by slots of price, as the newest are by slots of time: the sample tells up to which price the next few lie,
    /// each portion holding about four times as many as the one before.
    /// </summary>
    private async Task<List<Placed>> InPortions(SearchReader reader, SearchSample sample, bool up, (long Price, long Number)? after, int limit, CancellationToken cancellation)
    {
        long[] ahead = [.. (up ? sample.Prices : sample.Prices.Reverse()).Where(p => after is null || (up ? p >= after.Value.Price : p <= after.Value.Price))];
        var (rows, dearest) = (new List<Placed>(), Slots.OfPrice(long.MaxValue));
        // A slot further than the cursor says: two computers may round the same price to neighbours.
        var start = after is null ? up ? 0 : dearest : up ? Math.Max(Slots.OfPrice(after.Value.Price) - 1, 0) : Slots.OfPrice(after.Value.Price) + 1;
        for (var step = 1; rows.Count < limit; step *= 4)
        {
            var last = step > ahead.Length;
            var end = last ? up ? dearest : 0 : Slots.OfPrice(ahead[step - 1]);
            var (from, to) = up ? (start, Math.Max(start, end)) : (Math.Min(start, end), start);
            var portion = SearchReader.Select(Columns).Matching(filter, SearchTags.Any(Slots.Cover(SearchTags.Price, from, to)!));
            rows.AddRange(await reader.Read(Priced(portion, up, after, InOrder, limit - rows.Count), Plain, cancellation));
            if (last) break;
            start = up ? to + 1 : from - 1;
        }

        return rows;
    }

    private static SearchStatement Priced(SearchStatement statement, bool up, (long Price, long Number)? after, string price, int limit)
    {
        if (after is { } end) statement.Add(up ? " and (price, number) > ({0}, {1})" : " and (price, number) < ({0}, {1})", end.Price, end.Number);
        var direction = up ? "asc" : "desc";
        return statement.Add($" order by {price} {direction}, number {direction} limit {limit}");
    }

    private async Task<List<Placed>> ByRelevance(SearchReader reader, RankedMatches matches, int limit, SearchSample? sample, IReadOnlyList<Guid>? newest, CancellationToken cancellation)
    {
        var ranked = await matches.Of(filter, newest, sample is null or { IsCapped: true }, cancellation);
        IEnumerable<RankedMatch> ahead = Cursor.TryDecode(query.After, out long rank, out var number)
            ? ranked.Where(m => m.Rank < rank || (m.Rank == rank && m.Number < number)) : ranked;
        var rows = new List<Placed>();
        // Some may have ended since they were found: a few more are asked for than are shown, and more where that does not do.
        foreach (var some in ahead.Chunk(limit + Spare))
        {
            var ranks = some.ToDictionary(m => m.Id, m => m.Rank);
            var there = await reader.Read(SearchReader.Select(Columns).Add("available and id = any({0})", ranks.Keys.ToArray()), Plain, cancellation);
            rows.AddRange(there.Select(p => p with { Rank = ranks[p.Hit.Id] }).OrderByDescending(p => p.Rank).ThenByDescending(p => p.Hit.Number));
            if (rows.Count >= limit) break;
        }

        if (rows.Count > limit) rows.RemoveRange(limit, rows.Count - limit);
        return rows;
    }

    private async Task<List<Placed>> ByDistance(SearchReader reader, int limit, CancellationToken cancellation)
    {
        var centre = catalog.Territory.Commune(query.Near!.Value)!;
        // As far as the country goes: what has no distance asked for ends with the last commune.
        var communes = catalog.Territory.Around(centre, query.Km ?? 4_000).Select(c => c.Commune.Code).ToArray();
        var places = communes.Select((code, place) => (code, place)).ToDictionary(c => c.code, c => c.place);
        (long Place, long Number)? after = Cursor.TryDecode(query.After, out long place, out var number) && place >= 0 ? (place, number) : null;
        var rows = new List<Placed>();
        for (var (at, width) = ((int)Math.Min(after?.Place ?? 0, communes.Length), 1); at < communes.Length && rows.Count < limit; (at, width) = (at + width, width * 3))
        {
            var ring = communes[at..Math.Min(at + width, communes.Length)];
            var statement = new SearchStatement();
            var (these, first) = (statement.Next(ring), statement.Next((long)at));
            statement.Add($"select {Columns}, array_position({these}, commune)::bigint - 1 + {first} as place from {SearchTable.Name} where ");
            statement.Matching(filter, SearchTags.Any([.. ring.Select(SearchTags.Commune)]));
            if (after is { } end && end.Place == at) statement.Add(" and not (commune = {0} and number >= {1})", ring[0], end.Number);
            rows.AddRange(await reader.Read(statement.Add($" order by array_position({these}, commune), number desc limit {limit - rows.Count}"), Ranked, cancellation));
        }

        return rows;
    }

    private Task<List<Placed>> ByDrop(SearchReader reader, string column, (object Key, long Number)? after, int limit, CancellationToken cancellation)
    {
        // Of everything, or of a section, the index of drops is walked; what is rarer is looked up by words and tags, and put in order.
        var walks = query is { Words: null, Narrowed: 0, Wilaya: null, Commune: null, Near: null, SellerId: null };
        var statement = SearchReader.Select(Columns);
        if (!walks) statement.Matching(filter);
        else
        {
            statement.Add("available").Checked(filter.Checks);
            if (query.Sections is { Count: > 0 } asked) statement.Add(" and section = any({0})", catalog.Sections.Where(s => s.Path.Any(asked.Contains)).Select(s => s.Id).Union(asked).ToArray());
        }

        statement.Add(" and dropped_at is not null");
        if (after is { } end) statement.Add($" and ({column}, number) < ({{0}}, {{1}})", end.Key, end.Number);
        return reader.Read(statement.Add(string.Create(CultureInfo.InvariantCulture, $" order by {(walks ? column : $"({column}, number)")} desc, number desc limit {limit}")), Plain, cancellation);
    }
}
