using Npgsql;

namespace Souq.Mail.Posting;

/// <summary>Why nothing is written to an address any more.</summary>
public enum StopReason
{
    /// <summary>The server refused the recipient for good, during the dialogue.</summary>
    Refused,

    /// <summary>A letter came back later, for good.</summary>
    Bounced,

    /// <summary>Letters came back for passing reasons, again and again.</summary>
    Unreachable,

    /// <summary>The recipient told his mail service that he did not want the letter.</summary>
    Complained,
}

/// <summary>
/// Addresses nothing but security mails is written to. They are kept as keyed hashes: a list to look an address up in, not one to read.
/// </summary>
public sealed class StoppedAddresses(NpgsqlDataSource database, LedgerTables tables, AddressMarks marks)
{
    public async Task<StopReason?> Why(string address, CancellationToken cancellation)
    {
        var mark = await marks.Of(address, cancellation);
        await using var command = database.CreateCommand("select reason from mail.stopped where address = $1");
        LetterLedger.Add(command, mark.Hash);
        return await command.ExecuteScalarAsync(cancellation) is string reason ? Enum.Parse<StopReason>(reason, ignoreCase: true) : null;
    }

    /// <param name="letter">Key of the letter it was learned by.</param>
    public async Task Stop(AddressMark mark, StopReason reason, string? answer, string letter, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            insert into mail.stopped (address, domain, reason, answer, letter) values ($1, $2, $3, nullif($4, ''), $5)
            on conflict (address) do update set reason = excluded.reason, answer = excluded.answer, letter = excluded.letter, at = now()
            where excluded.reason = 'complained'
            """);
        LetterLedger.Add(command, mark.Hash, mark.Domain, reason.ToString().ToLowerInvariant(), answer ?? "", letter);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Its owner has shown that it lives and that he wants letters, or the operator knows better. False when it was not stopped.</summary>
    public async Task<bool> LetGo(string address, CancellationToken cancellation)
    {
        var mark = await marks.Of(address, cancellation);
        // What came back before is forgiven, too: it must not stop the address again at once.
        await using var command = database.CreateCommand(
            """
            with forgiven as (update mail.letters set address = null where address = $1 and returned is not null)
            delete from mail.stopped where address = $1
            """);
        LetterLedger.Add(command, mark.Hash);
        return await command.ExecuteNonQueryAsync(cancellation) > 0;
    }

    public async Task<IReadOnlyList<(StopReason Reason, long Addresses)>> Count(CancellationToken cancellation)
    {
        await tables.Create(cancellation);
        await using var command = database.CreateCommand("select reason, count(*) from mail.stopped group by reason order by 2 desc");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<(StopReason, long)> counts = [];
        while (await reader.ReadAsync(cancellation))
            counts.Add((Enum.Parse<StopReason>(reader.GetString(0), ignoreCase: true), reader.GetInt64(1)));
        return counts;
    }
}
