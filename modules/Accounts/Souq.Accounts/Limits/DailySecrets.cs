using System.Collections.Concurrent;
using System.Security.Cryptography;
using Npgsql;

namespace Souq.Accounts.Limits;

/// <summary>
/// A random secret for each day, the same on every node and forgotten after two days: hashes of addresses made with it can count, and
/// can be traced back by nobody once it is gone.
/// </summary>
public sealed class DailySecrets(NpgsqlDataSource database)
{
    private readonly ConcurrentDictionary<DateOnly, byte[]> known = new();

    public async ValueTask<byte[]> Of(DateOnly day, CancellationToken cancellation)
    {
        if (known.TryGetValue(day, out var secret)) return secret;
        await using var command = database.CreateCommand(
            """
            with forgotten as (delete from accounts.daily_secrets where day < $1 - 2),
                 fresh as (insert into accounts.daily_secrets (day, secret) values ($1, $2) on conflict (day) do nothing returning secret)
            select secret from fresh union all select secret from accounts.daily_secrets where day = $1 limit 1
            """);
        command.Parameters.Add(new() { Value = day });
        command.Parameters.Add(new() { Value = RandomNumberGenerator.GetBytes(32) });
        // Another node may have inserted the row in the moment between: it is there for the second look.
        var found = await command.ExecuteScalarAsync(cancellation) ?? await command.ExecuteScalarAsync(cancellation);
        foreach (var old in known.Keys.Where(d => d < day.AddDays(-1))) known.TryRemove(old, out _);
        return known[day] = (byte[])found!;
    }
}
