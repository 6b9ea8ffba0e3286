using System.Globalization;
using System.Text;
using Npgsql;
using Souq.Kernel;

namespace Souq.Listings.Browsing;

/// <summary>The order of results and where the next page begins. Adverts without a price are left out of the orders by price.</summary>
internal static class SearchOrder
{
    public static void Write(StringBuilder sql, NpgsqlParameterCollection parameters, SearchQuery query, DateTimeOffset now)
    {
        WriteScope(sql, parameters, query.Sort, now);
        if (query.Sort == SearchSort.Dropped)
        {
            if (Cursor.TryDecode(query.After, out DateTimeOffset at, out var number))
                sql.Append(CultureInfo.InvariantCulture, $" and (dropped_at, number) < ({Next(parameters, at)}, {Next(parameters, number)})");
            sql.Append(" order by dropped_at desc, number desc");
            return;
        }

        if (query.Sort == SearchSort.Newest)
        {
            if (Cursor.TryDecode(query.After, out DateTimeOffset at, out var number))
                sql.Append(CultureInfo.InvariantCulture, $" and (listed_at, number) < ({Next(parameters, at)}, {Next(parameters, number)})");
            sql.Append(" order by listed_at desc, number desc");
            return;
        }

        var (comparison, direction) = query.Sort == SearchSort.Cheapest ? (">", "asc") : ("<", "desc");
        if (Cursor.TryDecode(query.After, out long price, out var last))
            sql.Append(CultureInfo.InvariantCulture, $" and (price, number) {comparison} ({Next(parameters, price)}, {Next(parameters, last)})");
        sql.Append(CultureInfo.InvariantCulture, $" order by price {direction}, number {direction}");
    }

    /// <summary>What an order leaves out; the count leaves it out too.</summary>
    public static void WriteScope(StringBuilder sql, NpgsqlParameterCollection parameters, SearchSort sort, DateTimeOffset now)
    {
        if (sort is SearchSort.Cheapest or SearchSort.Dearest) sql.Append(" and price is not null");
        if (sort == SearchSort.Dropped) sql.Append(CultureInfo.InvariantCulture, $" and dropped_at > {Next(parameters, now - PriceHistory.Memory)}");
    }

    public static string CursorAfter(SearchHit hit, SearchSort sort) => sort switch
    {
        SearchSort.Newest => Cursor.Encode(hit.ListedAt, hit.Number),
        SearchSort.Dropped => Cursor.Encode(hit.DroppedAt ?? hit.ListedAt, hit.Number),
        _ => Cursor.Encode(hit.Price.Dinars ?? 0, hit.Number),
    };

    private static string Next(NpgsqlParameterCollection parameters, object value)
    {
        parameters.Add(new NpgsqlParameter { Value = value });
        return "$" + parameters.Count.ToString(CultureInfo.InvariantCulture);
    }
}
