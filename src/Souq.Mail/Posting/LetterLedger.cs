using Npgsql;

namespace Souq.Mail.Posting;

/// <summary>
/// The table <c>mail.letters</c>: one row a key, ever. A key's advisory lock is held from the claim to the end, so that of two nodes one
/// waits and then finds the matter settled, and the death of a node frees its keys at once.
/// </summary>
public sealed class LetterLedger(NpgsqlDataSource database) : IDisposable
{
    private readonly SemaphoreSlim creating = new(1, 1);
    private bool created;

    /// <summary>Creates schema and table if there are none; any number of nodes may do so at the same time.</summary>
    public async Task Create(CancellationToken cancellation)
    {
        if (created)
            return;
        await creating.WaitAsync(cancellation);
        try
        {
            if (created)
                return;
            await using var command = database.CreateCommand(Ddl);
            await command.ExecuteNonQueryAsync(cancellation);
            created = true;
        }
        finally
        {
            creating.Release();
        }
    }

    /// <summary>Takes the key, or tells how it was settled. The claim is committed when this returns.</summary>
    public async Task<LedgerEntry> Claim(string key, string messageId, Promise promise, DateTimeOffset now, CancellationToken cancellation)
    {
        await Create(cancellation);
        var connection = await database.OpenConnectionAsync(cancellation);
        try
        {
            await Run(connection, "select pg_advisory_lock(hashtextextended($1, 7261))", cancellation, key);
            await using var claim = new NpgsqlCommand(
                """
                insert into mail.letters (key, message_id, promise, state, attempts, first_at, last_at)
                values ($1, $2, $3, 'sending', 1, $4, $4)
                on conflict (key) do update
                set state = 'sending', attempts = letters.attempts + 1, last_at = excluded.last_at
                where letters.state = 'postponed' or (letters.promise = 'Assured' and letters.state in ('sending', 'unclear'))
                returning message_id
                """, connection)
            {
                Parameters = { new() { Value = key }, new() { Value = messageId }, new() { Value = promise.ToString() }, new() { Value = now } },
            };
            if (await claim.ExecuteScalarAsync(cancellation) is string claimed)
                return new LedgerEntry(connection, key, claimed, null);

            var state = (string?)await Scalar(connection, "select state from mail.letters where key = $1", cancellation, key);
            return new LedgerEntry(connection, key, messageId, state switch
            {
                "accepted" => Delivery.AlreadySent,
                "refused" => Delivery.Refused,
                _ => Delivery.Unknown,
            });
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    internal static async Task Run(NpgsqlConnection connection, string sql, CancellationToken cancellation, params object[] values) =>
        await Scalar(connection, sql, cancellation, values);

    private static async Task<object?> Scalar(NpgsqlConnection connection, string sql, CancellationToken cancellation, params object[] values)
    {
        // Waiting for a key lasts as long as another node's dialogue; the caller's cancellation ends it.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return await command.ExecuteScalarAsync(cancellation);
    }

    public void Dispose() => creating.Dispose();

    private const string Ddl =
        """
        begin;
        select pg_advisory_xact_lock(72610001);
        create schema if not exists mail;
        create table if not exists mail.letters (
          key text primary key,
          message_id text not null,
          promise text not null,
          state text not null check (state in ('sending', 'accepted', 'refused', 'postponed', 'unclear')),
          attempts integer not null,
          first_at timestamptz not null,
          last_at timestamptz not null);
        comment on table mail.letters is 'Every letter posted, by its key; no addresses, no words.';
        commit;
        """;
}

/// <summary>A claimed key, locked until it is disposed of.</summary>
public sealed class LedgerEntry(NpgsqlConnection connection, string key, string messageId, Delivery? settled) : IAsyncDisposable
{
    /// <summary>Stays the same over all tries of a key.</summary>
    public string MessageId { get; } = messageId;

    /// <summary>How it ended before; <c>null</c> when it is to be sent now.</summary>
    public Delivery? Settled { get; } = settled;

    public Task Close(Carried outcome, DateTimeOffset now, CancellationToken cancellation) => LetterLedger.Run(
        connection, "update mail.letters set state = $2, last_at = $3 where key = $1", cancellation, key, outcome.ToString().ToLowerInvariant(), now);

    /// <summary>Gives the connection back, and with it the lock.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await LetterLedger.Run(connection, "select pg_advisory_unlock(hashtextextended($1, 7261))", CancellationToken.None, key);
        }
        catch (NpgsqlException)
        {
            // A broken connection has freed its locks already.
        }
        await connection.DisposeAsync();
    }
}
