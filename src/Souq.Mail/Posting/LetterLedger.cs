using Npgsql;
using NpgsqlTypes;

namespace Souq.Mail.Posting;

/// <summary>A letter about to leave, as the ledger writes it down.</summary>
public sealed record Claim(string Key, string MessageId, Promise Promise, LetterKind Kind, AddressMark Address, string? Origin = null);

/// <summary>A letter that has left, or has not, and is not yet written down.</summary>
public sealed record Outcome(string Key, Carrying Carrying)
{
    public string State => Carrying.Outcome.ToString().ToLowerInvariant();
}

/// <summary>
/// The table <c>mail.letters</c>: one row a key, ever. Times are PostgreSQL's, one clock for all nodes. A letter that promises
/// <see cref="Promise.Once"/> belongs to whoever has written its row; nobody else touches it again, unless it is postponed. What a person has
/// just asked for is written to a stopped address too: how else could he show that it lives?
/// </summary>
public sealed class LetterLedger(NpgsqlDataSource database, LedgerTables tables)
{
    /// <summary>After this time in <c>sending</c> nobody is sending a letter any more: its sender has died.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly string Node = $"{Environment.MachineName}:{Environment.ProcessId}";

    /// <summary>
    /// Writes down how the last letter of a sender ended, and takes the next one, in one commit. True when it is his to send: the claim is
    /// on disk when this returns.
    /// </summary>
    /// <param name="patient">A postponed letter is left alone until its time has come; else the caller has waited himself.</param>
    public async Task<bool> Turn(Outcome? last, Claim next, bool patient, CancellationToken cancellation)
    {
        await tables.Create(cancellation);
        await using var command = database.CreateCommand(
            $"""
            with ended as ({Settling})
            insert into mail.letters as l (key, message_id, promise, state, attempts, first_at, last_at, kind, domain, node, address, origin)
            select $5, $6, 'Once', 'sending', 1, now(), now(), $7, $8, $9, $10, nullif($12, '')
            where not exists (select from mail.paused where kind = $7)
              and ($7 = 'security' or not exists (select from mail.stopped where address = $10))
            on conflict (key) do update
            set state = 'sending', attempts = l.attempts + 1, last_at = now(), message_id = excluded.message_id, node = excluded.node, address = excluded.address
            where l.state = 'postponed' and (not $11 or l.not_before is null or l.not_before <= now())
            returning 1
            """);
        AddSettling(command, last);
        Add(command, next.Key, next.MessageId, KindName(next.Kind), next.Address.Domain, Node, next.Address.Hash, patient, next.Origin ?? "");
        return await command.ExecuteScalarAsync(cancellation) is not null;
    }

    /// <summary>Writes down how a letter ended, when no other follows.</summary>
    public async Task Settle(Outcome last, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Settling);
        AddSettling(command, last);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Gives back a claim of which the sender does not know whether it was written: its letter has not left.</summary>
    public async Task Release(Claim claim, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "update mail.letters set state = 'postponed', last_at = now() where key = $1 and message_id = $2 and state = 'sending' and promise = 'Once'");
        Add(command, claim.Key, claim.MessageId);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Why a letter cannot be taken.</summary>
    public async Task<Delivery> Look(Claim refused, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"""
            select (select {Meaning} from mail.letters where key = $1),
              $4 <> 'security' and exists (select from mail.stopped where address = $3)
            """);
        Add(command, refused.Key, Patience, refused.Address.Hash, KindName(refused.Kind));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var known = await reader.IsDBNullAsync(0, cancellation) ? Delivery.Postponed : Enum.Parse<Delivery>(reader.GetString(0));
        return known == Delivery.Postponed && reader.GetBoolean(1) ? Delivery.Stopped : known;
    }

    public async Task<bool> Paused(LetterKind kind, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select exists (select from mail.paused where kind = $1)");
        Add(command, KindName(kind));
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>How letters stand; keys without a row are left out.</summary>
    public async Task<IReadOnlyDictionary<string, Delivery>> Known(IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        await tables.Create(cancellation);
        await using var command = database.CreateCommand($"select key, {Meaning} from mail.letters where key = any($1)");
        Add(command, keys.ToArray(), Patience);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var known = new Dictionary<string, Delivery>();
        while (await reader.ReadAsync(cancellation))
            known.Add(reader.GetString(0), Enum.Parse<Delivery>(reader.GetString(1)));
        return known;
    }

    /// <summary>
    /// Takes an assured letter, or tells how it was settled. Its advisory lock is held until the entry is disposed of, so that of two nodes
    /// one waits and then finds the matter settled, and the death of a node frees its letters at once.
    /// </summary>
    public async Task<AssuredEntry> Take(Claim claim, CancellationToken cancellation)
    {
        await tables.Create(cancellation);
        var connection = await database.OpenConnectionAsync(cancellation);
        try
        {
            // Waiting lasts as long as another node's dialogue; the caller's cancellation ends it.
            await using var waiting = new NpgsqlCommand("select pg_advisory_lock(hashtextextended($1, 7261))", connection) { CommandTimeout = 0 };
            Add(waiting, claim.Key);
            await waiting.ExecuteNonQueryAsync(cancellation);
            await using var command = new NpgsqlCommand(
                """
                insert into mail.letters as l (key, message_id, promise, state, attempts, first_at, last_at, kind, domain, node, address, origin)
                select $1, $2, 'Assured', 'sending', 1, now(), now(), $3, $4, $5, $6, nullif($7, '')
                where not exists (select from mail.paused where kind = $3)
                  and ($3 = 'security' or not exists (select from mail.stopped where address = $6))
                on conflict (key) do update set state = 'sending', attempts = l.attempts + 1, last_at = now(), node = excluded.node
                where l.state = 'postponed' or (l.promise = 'Assured' and l.state in ('sending', 'unclear'))
                returning message_id
                """, connection);
            Add(command, claim.Key, claim.MessageId, KindName(claim.Kind), claim.Address.Domain, Node, claim.Address.Hash, claim.Origin ?? "");
            var taken = (string?)await command.ExecuteScalarAsync(cancellation);
            return new AssuredEntry(connection, claim.Key, taken ?? claim.MessageId, taken is null ? await Look(claim, cancellation) : null);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public static string KindName(LetterKind kind) => kind.ToString().ToLowerInvariant();

    // $2 is how long a sender may take.
    private const string Meaning =
        """
        case when state = 'accepted' then 'AlreadySent' when state = 'refused' then 'Refused' when state = 'postponed' then 'Postponed'
          when state = 'sending' and last_at > now() - $2 then 'UnderWay' else 'Unknown' end
        """;

    // Tries come at growing distances, and not all letters of an hour at the same moment again.
    internal const string Settling =
        """
        update mail.letters set state = $2, last_at = now(), answer = $3,
          not_before = case when $4 then now() + least(interval '4 hours', interval '1 minute' * power(2, attempts - 1)) * (0.75 + random() / 2) end
        where key = $1 and state = 'sending'
        """;

    internal static void AddSettling(NpgsqlCommand command, Outcome? last)
    {
        command.Parameters.Add(new() { Value = (object?)last?.Key ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = (object?)last?.State ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = (object?)last?.Carrying.Answer?.ToString() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = last?.Carrying is { Outcome: Carried.Postponed, Away: false } });
    }

    internal static void Add(NpgsqlCommand command, params object[] values)
    {
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
    }
}

/// <summary>An assured letter in hand, locked until this is disposed of.</summary>
/// <param name="messageId">Stays the same over all tries of a key.</param>
/// <param name="settled">How it ended before; <c>null</c> when it is to be sent now.</param>
public sealed class AssuredEntry(NpgsqlConnection connection, string key, string messageId, Delivery? settled) : IAsyncDisposable
{
    public string MessageId { get; } = messageId;

    public Delivery? Settled { get; } = settled;

    public async Task Close(Carrying carrying, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(LetterLedger.Settling, connection);
        LetterLedger.AddSettling(command, new Outcome(key, carrying));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Gives the connection back, and with it the lock.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await using var command = new NpgsqlCommand("select pg_advisory_unlock(hashtextextended($1, 7261))", connection);
            LetterLedger.Add(command, key);
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            // A broken connection has freed its locks already.
        }
        await connection.DisposeAsync();
    }
}
