using Npgsql;
using NpgsqlTypes;
using Souq.Kernel;
using Souq.Listings.Browsing;
using Souq.Listings.Browsing.Indexing;

namespace Souq.Listings.Favourites;

/// <summary>An advert somebody keeps or has seen, on the market or no longer.</summary>
/// <param name="Then">What it cost when he began to keep it, in dinars, where it can be compared.</param>
public sealed record KeptAdvert(SearchHit Hit, ListingLife Life, DateTimeOffset? At = null, long? Then = null);

/// <param name="Next">Cursor of the next page; <c>null</c> on the last.</param>
public sealed record KeptPage(IReadOnlyList<KeptAdvert> Items, string? Next);

/// <summary>Reads adverts by what people remember of them. What moderation has removed is nobody's business any more.</summary>
public sealed class FavouriteReader(NpgsqlDataSource database)
{
    public const int PageSize = 24;

    /// <summary>A person's own, the newest kept first.</summary>
    public async Task<KeptPage> Of(Guid person, string? after, CancellationToken cancellation = default)
    {
        if (!Cursor.TryDecode(after, out DateTimeOffset at, out var number)) (at, number) = (DateTimeOffset.MaxValue, long.MaxValue);
        await using var command = database.CreateCommand($"""
            select {SearchListings.Columns}, life, kept_at, case when per = life_per then then_price end from (
              select s.*, d.life, f.at as kept_at, f.price as then_price, f.per, coalesce(d.data -> 'public' -> 'price' ->> 'per', 'Whole') as life_per
              from {FavouritesTable.Name} f join listings.mt_doc_listing d on d.id = f.listing join {SearchTable.Name} s on s.id = f.listing
              where f.person = $1 and f.kept and (f.at, f.number) < ($2, $3) and d.life not in ('Removed', 'Hidden')
              order by f.at desc, f.number desc limit {PageSize + 1}) kept
            order by kept_at desc, number desc
            """);
        command.Parameters.Add(new() { Value = person });
        command.Parameters.Add(new() { Value = at, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = number });
        var found = await Read(command, cancellation);
        return found.Count > PageSize
            ? new KeptPage(found[..PageSize], Cursor.Encode(found[PageSize - 1].At!.Value, found[PageSize - 1].Hit.Number))
            : new KeptPage(found, null);
    }

    /// <summary>In the order of the numbers; those nobody can see are left out.</summary>
    public async Task<IReadOnlyList<KeptAdvert>> Numbered(IReadOnlyCollection<long> numbers, CancellationToken cancellation = default)
    {
        if (numbers.Count == 0) return [];
        await using var command = database.CreateCommand($"""
            select {SearchListings.Columns}, life from (
              select s.*, d.life, a.place from unnest($1::bigint[]) with ordinality a(asked, place)
                join listings.mt_doc_listing d on d.number = a.asked and d.life not in ('Removed', 'Hidden') join {SearchTable.Name} s on s.id = d.id) known
            order by place
            """);
        command.Parameters.Add(new() { Value = numbers.ToArray() });
        return await Read(command, cancellation);
    }

    private static async Task<List<KeptAdvert>> Read(NpgsqlCommand command, CancellationToken cancellation)
    {
        var found = new List<KeptAdvert>();
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
        {
            var life = Enum.Parse<ListingLife>(row.GetString(row.GetOrdinal("life")));
            var kept = row.FieldCount > row.GetOrdinal("life") + 1;
            found.Add(kept
                ? new KeptAdvert(SearchListings.Hit(row), life, row.GetFieldValue<DateTimeOffset>(row.GetOrdinal("kept_at")), row.IsDBNull(row.FieldCount - 1) ? null : row.GetInt64(row.FieldCount - 1))
                : new KeptAdvert(SearchListings.Hit(row), life));
        }

        return found;
    }
}
