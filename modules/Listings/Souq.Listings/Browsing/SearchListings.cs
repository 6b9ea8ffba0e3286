using System.Text;
using System.Text.Json;
using Npgsql;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Listings.Browsing;

/// <summary>Asks <see cref="SearchTable"/>. Keyset paging in every order; no query reads more than its page, or the count's cap.</summary>
public sealed class SearchListings(NpgsqlDataSource source, ICatalog catalog, TimeProvider time)
{
    internal const string Columns =
        "id, number, title, price_type, price, section, commune, listed_at, photo, tone, photos, seller_id, attributes, price_per, was, dropped_at";

    public async Task<SearchPageResult> Find(SearchQuery query, CancellationToken cancellation = default)
    {
        var found = await Find(query, SearchFilter.Of(query, catalog.Current), cancellation);
        if (found.Total > 0 || query.Words is null) return found;
        // Asked again on every page, since strictly there is nothing on any.
        return await Find(query, SearchFilter.Of(query, catalog.Current, relaxed: true), cancellation) with { Relaxed = true };
    }

    private async Task<SearchPageResult> Find(SearchQuery query, SearchFilter filter, CancellationToken cancellation)
    {
        if (filter.Impossible) return new SearchPageResult([], 0, null);
        var limit = Math.Clamp(query.Limit, 1, SearchQuery.MaxLimit);

        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection) { Timeout = 5 };
        batch.BatchCommands.Add(Page(filter, query, limit));
        batch.BatchCommands.Add(Count(filter, query));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);

        var hits = new List<SearchHit>(limit + 1);
        while (await reader.ReadAsync(cancellation)) hits.Add(Hit(reader));
        await reader.NextResultAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var total = reader.GetInt32(0);
        var more = hits.Count > limit;
        if (more) hits.RemoveAt(limit);
        return new SearchPageResult(hits, total, more ? SearchOrder.CursorAfter(hits[^1], query.Sort) : null);
    }

    private NpgsqlBatchCommand Page(SearchFilter filter, SearchQuery query, int limit)
    {
        var command = new NpgsqlBatchCommand();
        var sql = new StringBuilder($"select {Columns} from {SearchTable.Name} where ");
        filter.Write(sql, command.Parameters);
        SearchOrder.Write(sql, command.Parameters, query, time.GetUtcNow());
        sql.Append(" limit ").Append(limit + 1);
        command.CommandText = sql.ToString();
        return command;
    }

    private NpgsqlBatchCommand Count(SearchFilter filter, SearchQuery query)
    {
        var command = new NpgsqlBatchCommand();
        var sql = new StringBuilder($"select count(*)::int from (select 1 from {SearchTable.Name} where ");
        filter.Write(sql, command.Parameters);
        SearchOrder.WriteScope(sql, command.Parameters, query.Sort, time.GetUtcNow());
        sql.Append(" limit ").Append(SearchQuery.CountCap + 1).Append(") capped");
        command.CommandText = sql.ToString();
        return command;
    }

    internal static SearchHit Hit(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetInt64(1), row.GetString(2),
        new Price((PriceType)row.GetInt16(3), row.IsDBNull(4) ? null : row.GetInt64(4), (PricePer)row.GetInt16(13)),
        row.GetInt32(5), row.GetInt32(6), row.GetFieldValue<DateTimeOffset>(7), row.IsDBNull(8) ? null : row.GetString(8),
        row.GetInt16(9), row.GetInt16(10), row.GetGuid(11), Attributes(row.GetString(12)))
    {
        Was = row.IsDBNull(14) ? null : row.GetInt64(14),
        DroppedAt = row.IsDBNull(15) ? null : row.GetFieldValue<DateTimeOffset>(15),
    };

    private static Dictionary<string, string> Attributes(string json)
    {
        using var parsed = JsonDocument.Parse(json);
        return parsed.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ValueKind == JsonValueKind.Array
            ? string.Join('|', p.Value.EnumerateArray().Select(v => v.ToString()))
            : p.Value.ToString());
    }
}
