using System.Text.Json;
using Microsoft.Extensions.Localization;
using Npgsql;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Browsing;
using Souq.Listings.Browsing.Indexing;
using Souq.Listings.Contracts;

namespace Souq.Listings.Watching;

/// <inheritdoc cref="ISearches"/>
public sealed class SearchNewsReader(NpgsqlDataSource source, SearchListings search, ICatalog catalog, TimeProvider time, IStringLocalizer<ListingsText> text) : ISearches
{
    private static readonly string Columns = "s.id, s.number, s.seller_id, s.section, s.title, s.price_type, s.price, s.price_per, s.commune, s.photo, s.listed_at, "
        + $"case when s.dropped_at > now() - interval '{PriceHistory.Memory.Days} days' then s.was end";

    /// <summary>Of each wish the adverts to be told, and how many there are; not more are looked at than are counted.</summary>
    private static readonly string Counted = $"""
        select w.at, count(*)::int, (array_agg(f.listing order by f.photo desc, f.seq desc))[1:max(w.most)], jsonb_agg(f.top_section)
        from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::int[]) with ordinality w(search, after, until, most, at)
          cross join lateral (
            select f.listing, f.seq, s.top_section, s.photo is not null as photo
            from {FindTable.Name} f join {SearchTable.Name} s on s.id = f.listing and s.available
            where f.search = w.search and f.seq > w.after and f.seq <= w.until
            order by f.seq desc limit {SearchQuery.CountCap + 1}) f
        group by w.at order by w.at
        """;

    public KeptSearch? Read(string? query) => Searches.Read(query, catalog.Current, time.GetUtcNow())?.Kept;

    public string Address(string query) => SearchParameters.Address(Query(query), catalog.Current);

    public IReadOnlyList<string> Describe(string query) =>
        SearchPieces.Of(Query(query), catalog.Current, text) is { Count: > 0 } pieces ? [.. pieces.Select(p => p.Text)] : [text["Search.Everything"]];

    public async Task<IReadOnlyList<FoundListing>> Preview(string query, int most, CancellationToken cancellation)
    {
        if (Searches.Read(query, catalog.Current, time.GetUtcNow()) is not var (_, read)) return [];
        var since = time.GetUtcNow() - PriceHistory.Memory;
        return [.. (await search.First(read with { Limit = most }, cancellation)).Select(h => new FoundListing(
            h.Id, h.Number, h.SellerId, h.SectionId, h.Title, h.Price, h.DroppedAt > since ? h.Was : null, h.CommuneCode, h.PhotoId, h.ListedAt))];
    }

    public async Task<long> Reached(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("select coalesce((select last_seq_id from listings.mt_event_progression where name = 'search:All'), 0)");
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    public async Task<IReadOnlyList<SearchNews>> News(IReadOnlyCollection<NewsWish> wishes, CancellationToken cancellation)
    {
        if (wishes.Count == 0) return [];
        var counted = await Count([.. wishes], cancellation);
        var listings = await Load([.. counted.SelectMany(c => c.Listings).Distinct()], cancellation);
        return [.. counted.Select(c => new SearchNews(
            c.Wish, [.. c.Listings.Where(listings.ContainsKey).Select(id => listings[id])], c.Total,
            [.. c.TopSections.CountBy(s => s).OrderByDescending(s => s.Value).ThenBy(s => s.Key).Select(s => (s.Key, s.Value))]))];
    }

    public async Task<IReadOnlySet<Guid>> Fresh(IReadOnlyCollection<Guid> searches, long after, long until, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            $"select w.search from unnest($1) w(search) where exists (select from {FindTable.Name} f where f.search = w.search and f.seq > $2 and f.seq <= $3)");
        foreach (object value in new object[] { searches.ToArray(), after, until }) command.Parameters.Add(new() { Value = value });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var fresh = new HashSet<Guid>();
        while (await row.ReadAsync(cancellation)) fresh.Add(row.GetGuid(0));
        return fresh;
    }

    private async Task<List<(NewsWish Wish, int Total, Guid[] Listings, int[] TopSections)>> Count(NewsWish[] wishes, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(Counted);
        command.Parameters.Add(new() { Value = Array.ConvertAll(wishes, w => w.SearchId) });
        command.Parameters.Add(new() { Value = Array.ConvertAll(wishes, w => w.After) });
        command.Parameters.Add(new() { Value = Array.ConvertAll(wishes, w => w.Until) });
        command.Parameters.Add(new() { Value = Array.ConvertAll(wishes, w => w.Most) });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var counted = new List<(NewsWish, int, Guid[], int[])>();
        while (await row.ReadAsync(cancellation))
            counted.Add((wishes[row.GetInt64(0) - 1], row.GetInt32(1), row.GetFieldValue<Guid[]>(2), JsonSerializer.Deserialize<int[]>(row.GetString(3))!));
        return counted;
    }

    private async Task<Dictionary<Guid, FoundListing>> Load(Guid[] ids, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"select {Columns} from {SearchTable.Name} s where s.id = any($1) and s.available");
        command.Parameters.Add(new() { Value = ids });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var listings = new Dictionary<Guid, FoundListing>();
        while (await row.ReadAsync(cancellation))
            listings[row.GetGuid(0)] = new FoundListing(
                row.GetGuid(0), row.GetInt64(1), row.GetGuid(2), row.GetInt32(3), row.GetString(4),
                new Price((PriceType)row.GetInt16(5), row.IsDBNull(6) ? null : row.GetInt64(6), (PricePer)row.GetInt16(7)),
                row.IsDBNull(11) ? null : row.GetInt64(11), row.GetInt32(8), row.IsDBNull(9) ? null : row.GetString(9), row.GetFieldValue<DateTimeOffset>(10));
        return listings;
    }

    private SearchQuery Query(string query) => Searches.Read(query, catalog.Current, time.GetUtcNow())?.Query ?? new SearchQuery();
}
