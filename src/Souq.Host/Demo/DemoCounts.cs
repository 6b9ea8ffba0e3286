using Npgsql;
using Souq.Listings.Counting;

namespace Souq.Host.Demo;

/// <summary>Two weeks of views and enquiries for the demo market, so that desks have something to show; always the same.</summary>
internal static class DemoCounts
{
    public static async Task Make(NpgsqlDataSource database, DateOnly today, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"""
            insert into {DailyCountsTable.Name} (listing, day, seller, views, reveals, favourites, messages)
            select id, day, seller_id, views, (views * (r % 7) / 60)::int, (views * (r % 5) / 40)::int, (views * (r % 3) / 50)::int
            from (select id, seller_id, day::date, r, (abs(hashtext(number::text || day::date)) % (3 + r % 40))::int as views
              from (select id, seller_id, number, abs(hashtext(number::text)) as r from listings.mt_doc_listing where life = 'Published') l,
                generate_series($1::date - 13, $1::date, interval '1 day') day where r % 6 > 0) counted
            where views > 0 on conflict do nothing
            """);
        command.Parameters.Add(new() { Value = today });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
