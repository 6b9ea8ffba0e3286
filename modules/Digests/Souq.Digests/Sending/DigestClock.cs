using Npgsql;
using Souq.Listings.Contracts;

namespace Souq.Digests.Sending;

/// <summary>The one row of <c>digests.cursor</c>: two nodes that tick at once go one after the other.</summary>
public sealed class DigestClock(NpgsqlDataSource database, ISearches searches)
{
    /// <summary>Who wants to hear at once becomes due when one of his searches has found something since the last tick.</summary>
    public async Task Wake(DateTimeOffset now, long reached, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await Run(connection, "insert into digests.cursor (id, woken, ticked_at) values (1, 0, $1) on conflict do nothing", cancellation, now.ToUniversalTime());
        var woken = (long)(await Ask(connection, "select woken from digests.cursor where id = 1 for update", cancellation))!;
        if (reached > woken)
        {
            var waiting = (Guid[])(await Ask(connection, "select coalesce(array_agg(distinct search), '{}') from digests.due where next_at = 'infinity'", cancellation))!;
            var fresh = waiting.Length == 0 ? new HashSet<Guid>() : await searches.Fresh(waiting, woken, reached, cancellation);
            if (fresh.Count > 0)
                await Run(connection, "update digests.due set next_at = $2 where next_at = 'infinity' and search = any($1)", cancellation,
                    fresh.ToArray(), DigestCalendar.Slot(now).ToUniversalTime());
        }

        await Run(connection, "update digests.cursor set woken = greatest(woken, $1), ticked_at = $2 where id = 1", cancellation, reached, now.ToUniversalTime());
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>True for one tick a day.</summary>
    public async Task<bool> TidiesNow(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await Ask(connection, "update digests.cursor set tidied_at = $1 where id = 1 and (tidied_at is null or tidied_at < $2) returning id", cancellation,
            now.ToUniversalTime(), now.AddHours(-20).ToUniversalTime()) is not null;
    }

    private static async Task<object?> Ask(NpgsqlConnection connection, string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        DigestBook.Add(command, values);
        return await command.ExecuteScalarAsync(cancellation);
    }

    private static Task<object?> Run(NpgsqlConnection connection, string sql, CancellationToken cancellation, params object[] values) =>
        Ask(connection, sql, cancellation, values);
}
