using Npgsql;
using Souq.Kernel;
using Souq.Listings.Contracts;

namespace Souq.Listings.Browsing;

/// <summary>An advert of the search table <c>s</c> as other modules are told of it.</summary>
internal static class FoundRow
{
    public const string Columns = "s.id, s.number, s.seller_id, s.section, s.title, s.price_type, s.price, s.price_per, s.commune, s.photo, s.listed_at";

    /// <summary>How many columns these are: what else is asked for begins here.</summary>
    public const int Width = 11;

    /// <param name="was">See <see cref="FoundListing"/>.</param>
    public static FoundListing Read(NpgsqlDataReader row, long? was = null) => new(
        row.GetGuid(0), row.GetInt64(1), row.GetGuid(2), row.GetInt32(3), row.GetString(4),
        new Price((PriceType)row.GetInt16(5), row.IsDBNull(6) ? null : row.GetInt64(6), (PricePer)row.GetInt16(7)),
        was, row.GetInt32(8), row.IsDBNull(9) ? null : row.GetString(9), row.GetFieldValue<DateTimeOffset>(10));
}
