using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Souq.Accounts.Limits;

/// <summary>So many times in so long, after which the times come back one by one.</summary>
/// <param name="Name">Of what is counted, such as <c>signin.address</c>.</param>
public sealed record Limit(string Name, int Times, TimeSpan Per);

/// <summary>The answer to one more time; <paramref name="Wait"/> is zero when it was granted.</summary>
public readonly record struct Grant(TimeSpan Wait)
{
    public bool IsRefused => Wait > TimeSpan.Zero;

    /// <summary>Whole minutes, rounded up, as a person is told.</summary>
    public int Minutes => (int)Math.Ceiling(Wait.TotalMinutes);
}

/// <summary>
/// Counts in PostgreSQL, so that all nodes count together (the generic cell rate algorithm: one row and one statement a time). The keys
/// are keyed hashes: no address stands in the table.
/// </summary>
public sealed class Limiter(NpgsqlDataSource database, DailySecrets secrets, TimeProvider time)
{
    public Task<Grant> Take(Limit limit, string subject, CancellationToken cancellation = default) => Take(limit, subject, 1, cancellation);

    /// <param name="count">Times taken at once; all or none.</param>
    public async Task<Grant> Take(Limit limit, string subject, int count, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        var step = limit.Per / limit.Times * count;
        // Nobody waits for the disk here: what a crash forgets is half a second of counting.
        await using var command = database.CreateCommand(
            """
            insert into accounts.limits as l (key, due) select $1, $2 + $3 from set_config('synchronous_commit', 'off', true)
            on conflict (key) do update set due = greatest(l.due, $2) + $3 where greatest(l.due, $2) + $3 <= $2 + $4
            returning due
            """);
        command.Parameters.Add(new() { Value = await Key(limit, subject, now, cancellation) });
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = step });
        command.Parameters.Add(new() { Value = limit.Per });
        if (await command.ExecuteScalarAsync(cancellation) is not null) return default;
        var due = await Due(limit, subject, now, cancellation);
        // Never zero: the row was in the way a moment ago.
        return new Grant(Max(due + step - limit.Per - now, TimeSpan.FromSeconds(1)));
    }

    /// <summary>Takes one time back: it did no harm after all.</summary>
    public Task GiveBack(Limit limit, string subject, CancellationToken cancellation = default) =>
        Change("update accounts.limits set due = due - $2 where key = $1", limit, subject, limit.Per / limit.Times, cancellation);

    /// <summary>Begins anew: the right password ends the counting of wrong ones. Rows that count no longer go with it.</summary>
    public Task Forget(Limit limit, string subject, CancellationToken cancellation = default) =>
        Change("delete from accounts.limits where key = $1 or due < $2", limit, subject, time.GetUtcNow(), cancellation);

    private async Task Change(string sql, Limit limit, string subject, object value, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = await Key(limit, subject, time.GetUtcNow(), cancellation) });
        command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task<DateTimeOffset> Due(Limit limit, string subject, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select due from accounts.limits where key = $1");
        command.Parameters.Add(new() { Value = await Key(limit, subject, now, cancellation) });
        return await command.ExecuteScalarAsync(cancellation) is DateTime due ? new DateTimeOffset(due, TimeSpan.Zero) : now;
    }

    private async ValueTask<string> Key(Limit limit, string subject, DateTimeOffset now, CancellationToken cancellation)
    {
        var secret = await secrets.Of(DateOnly.FromDateTime(now.UtcDateTime), cancellation);
        return $"{limit.Name}:{Convert.ToHexString(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(subject)).AsSpan(0, 16))}";
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
