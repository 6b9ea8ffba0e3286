using System.Collections.Concurrent;
using System.Security.Cryptography;
using Npgsql;
using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace Souq.EventStore.Visitors;

/// <summary>
/// A random secret for each day, the same on every node and forgotten afterwards: hashes of addresses made with it can count, and can be
/// traced back by nobody once it is gone.
/// </summary>
/// <param name="schema">Of the module; it adds <see cref="DailySecretsTable"/> to its store.</param>
/// <param name="keep">Days for which a secret outlives its own.</param>
public class SecretsOfDays(NpgsqlDataSource database, string schema, int keep)
{
    private readonly ConcurrentDictionary<DateOnly, byte[]> known = new();

    public async ValueTask<byte[]> Of(DateOnly day, CancellationToken cancellation)
    {
        if (known.TryGetValue(day, out var secret)) return secret;
        await using var command = database.CreateCommand(
            $"""
            with forgotten as (delete from {schema}.daily_secrets where day < $1 - {keep}),
                 fresh as (insert into {schema}.daily_secrets (day, secret) values ($1, $2) on conflict (day) do nothing returning secret)
            select secret from fresh union all select secret from {schema}.daily_secrets where day = $1 limit 1
            """);
        command.Parameters.Add(new() { Value = day });
        command.Parameters.Add(new() { Value = RandomNumberGenerator.GetBytes(32) });
        // Another node may have inserted the row in the moment between: it is there for the second look.
        var found = await command.ExecuteScalarAsync(cancellation) ?? await command.ExecuteScalarAsync(cancellation);
        foreach (var old in known.Keys.Where(d => d < day.AddDays(-keep))) known.TryRemove(old, out _);
        return known[day] = (byte[])found!;
    }
}

/// <summary>A secret a day; see <see cref="SecretsOfDays"/>.</summary>
public sealed class DailySecretsTable : Table
{
    public DailySecretsTable(string schema) : base(PostgresqlProvider.Instance.Parse($"{schema}.daily_secrets"))
    {
        AddColumn("day", "date").AsPrimaryKey();
        AddColumn("secret", "bytea").NotNull();
    }
}
