using System.Net.Sockets;
using MailKit;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;
using Npgsql;
using Souq.Mail.Posting;

namespace Souq.Mail.Returns;

/// <summary>The clock has ticked: looks whether letters have come back.</summary>
public sealed record ReadReturns;

public static class ReadReturnsHandler
{
    public static Task Handle(ReadReturns command, ReturnsDesk desk, CancellationToken cancellation) => desk.ReadAll(cancellation);
}

/// <summary>Learns from what comes back. The same report twice, or on two nodes, changes nothing.</summary>
public sealed class ReturnsDesk(
    IOptions<ReturnsOptions> options, FolderBox folder, ImapBox imap, NpgsqlDataSource database, LedgerTables tables, StoppedAddresses stopped, ILogger<ReturnsDesk> log)
{
    /// <summary>So many letters that came back within a month for passing reasons, and it is no passing reason.</summary>
    public const int SoftReturns = 5;

    public async Task ReadAll(CancellationToken cancellation)
    {
        await tables.Create(cancellation);
        var (read, known) = (0, 0);
        try
        {
            await (options.Value.Host.Length > 0 ? (IReturnsBox)imap : folder).ReadAll(Read, cancellation);
        }
        catch (Exception away) when (away is IOException or SocketException or AuthenticationException or ProtocolException or CommandException or SslHandshakeException)
        {
            log.LogWarning("The mailbox of returns cannot be read: {Error}", away.GetType().Name);
        }

        if (read > 0) log.LogInformation("Returns: {Read} read, {Known} of letters of ours", read, known);

        async Task Read(MimeMessage message, CancellationToken token)
        {
            read++;
            if (ReturnedLetter.Read(message) is { } returned && await Learn(returned, token)) known++;
        }
    }

    /// <summary>False when it is about no letter of ours.</summary>
    public async Task<bool> Learn(ReturnedLetter returned, CancellationToken cancellation)
    {
        foreach (var id in returned.Ids)
        {
            if (await Mark(id, returned, cancellation) is not var (key, mark)) continue;
            if (await ReasonToStop(returned, mark, cancellation) is { } reason)
                await stopped.Stop(mark, reason, returned.Status, key, cancellation);
            return true;
        }

        return false;
    }

    /// <summary>A complaint says more than a letter that came back for good, and that more than one that came back today.</summary>
    private async Task<(string Key, AddressMark Mark)?> Mark(string id, ReturnedLetter returned, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            update mail.letters set returned = $2, returned_at = now(), answer = coalesce(nullif($3, ''), answer)
            where message_id = $1 and state <> 'refused' and address is not null and first_at > now() - interval '60 days'
              and (returned is null or returned = 'soft' or $2 = 'complaint')
            returning key, address, domain
            """);
        LetterLedger.Add(command, id, returned.Kind.ToString().ToLowerInvariant(), returned.Status ?? "");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? (reader.GetString(0), new AddressMark(reader.GetFieldValue<byte[]>(1), reader.GetString(2)))
            : null;
    }

    private async Task<StopReason?> ReasonToStop(ReturnedLetter returned, AddressMark mark, CancellationToken cancellation)
    {
        if (returned.Kind == ReturnKind.Complaint) return StopReason.Complained;
        if (returned.Kind == ReturnKind.Hard) return StopReason.Bounced;
        await using var command = database.CreateCommand(
            "select count(*) from mail.letters where address = $1 and returned = 'soft' and returned_at > now() - interval '30 days'");
        LetterLedger.Add(command, mark.Hash);
        return (long)(await command.ExecuteScalarAsync(cancellation))! >= SoftReturns ? StopReason.Unreachable : null;
    }
}
