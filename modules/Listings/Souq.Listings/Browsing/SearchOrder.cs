using System.Globalization;
using System.Text;
using Npgsql;
using Souq.Kernel;

namespace Souq.Listings.Browsing;

/// <summary>The order of results and where the next page begins. Adverts without a price are left out of the orders by price.</summary>
internal static class SearchOrder
{
    public static void Write(StringBuilder sql, NpgsqlParameterCollection parameters, SearchQuery query)
    {
        if (query.Sort == SearchSort.Newest)
        {
            if (Cursor.TryDecode(query.After, out DateTimeOffset at, out var number))
                sql.Append(CultureInfo.InvariantCulture, $" and (listed_at, number) < ({Next(parameters, at)}, {Next(parameters, number)})");
            sql.Append(" order by listed_at desc, number desc");
            return;
        }

        var (comparison, direction) = query.Sort == SearchSort.Cheapest ? (">", "asc") : ("<", "desc");
        WriteScope(sql, query.Sort);
        if (Cursor.TryDecode(query.After, out long price, out var last))
            sql.Append(CultureInfo.InvariantCulture, $" and (price, number) {comparison} ({Next(parameters, price)}, {Next(parameters, last)})");
        sql.Append(CultureInfo.InvariantCulture, $" order by price {direction}, number {direction}");
    }

    /// <summary>What an order leaves out; the count leaves it out too.</summary>
    public static void WriteScope(StringBuilder sql, SearchSort sort)
    {
        if (sort != SearchSort.Newest) sql.Append(" and price is not null");
    }

    public static string CursorAfter(SearchHit hit, SearchSort sort) =>
        sort == SearchSort.Newest ? Cursor.Encode(hit.ListedAt, hit.Number) : Cursor.Encode(hit.Price.Dinars ?? 0, hit.Number);

    private static string Next(NpgsqlParameterCollection parameters, object value)
    {
        parameters.Add(new NpgsqlParameter { Value = value });
        return "$" + parameters.Count.ToString(CultureInfo.InvariantCulture);
    }
}
