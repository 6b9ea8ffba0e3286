using Microsoft.Extensions.Options;
using Npgsql;
using Souq.Accounts.Contracts;

namespace Souq.Listings.Quotas;

/// <summary>
/// Counts what a seller has. Asked before a decision and not under a lock: who sends off several at the very same moment may end a few
/// above the mark.
/// </summary>
public sealed class SellerQuotas(NpgsqlDataSource database, IOptions<QuotaOptions> options, TimeProvider time)
{
    public async Task<Room> Of(Guid seller, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            select
              (select count(*)::int from (
                select 1 from listings.mt_doc_listing
                where seller_id = $1 and (life in ('Published', 'Hidden') or (life = 'NotYet' and data ->> 'review' = 'Waiting')) limit $2) own),
              exists (select from listings.mt_doc_sellerstore where id = $1),
              coalesce((select data ->> 'level' from listings.mt_doc_sellerlevel where id = $1), 'New'),
              (select max(coalesce((data ->> 'until')::timestamptz, 'infinity')) from listings.mt_doc_sellerstop
                where (data ->> 'sellerId')::uuid = $1 and not (data ->> 'ended')::boolean and coalesce((data ->> 'until')::timestamptz, 'infinity') > $3),
              (select count(*)::int from (
                select 1 from listings.mt_doc_listing
                where seller_id = $1 and (data ->> 'submittedAt')::timestamptz > $3 - interval '1 day'
                  and not exists (select from listings.mt_doc_sellerstore where id = $1) limit $2) today)
            """);
        command.Parameters.Add(new() { Value = seller });
        command.Parameters.Add(new() { Value = Math.Max(options.Value.Of(TrustLevel.Trusted), options.Value.Store) });
        command.Parameters.Add(new() { Value = time.GetUtcNow() });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        var (store, level) = (row.GetBoolean(1), Enum.Parse<TrustLevel>(row.GetString(2)));
        return new Room(row.GetInt32(0), store ? options.Value.Store : options.Value.Of(level), store, options.Value.Store,
            row.IsDBNull(3) ? null : row.GetFieldValue<DateTime>(3) is var until && until == DateTime.MaxValue ? DateTimeOffset.MaxValue : new DateTimeOffset(until, TimeSpan.Zero),
            row.GetInt32(4), store ? int.MaxValue : options.Value.DayOf(level));
    }

    /// <summary>How many he may have at a level, be it his or not.</summary>
    /// <returns>On the market or waiting, and new in a day; the latter <c>null</c> where a store counts none.</returns>
    public async Task<(int Most, int? InDay)> MostAt(Guid seller, TrustLevel level)
    {
        await using var command = database.CreateCommand("select exists (select from listings.mt_doc_sellerstore where id = $1)");
        command.Parameters.Add(new() { Value = seller });
        return (bool)(await command.ExecuteScalarAsync())! ? (options.Value.Store, null) : (options.Value.Of(level), options.Value.DayOf(level));
    }
}
