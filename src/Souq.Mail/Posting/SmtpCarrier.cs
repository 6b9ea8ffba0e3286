using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Souq.Mail.Posting;

/// <summary>Hands letters to a mail server over connections that are kept and used again, as long as the server can be trusted to keep them too.</summary>
public sealed partial class SmtpCarrier(IOptions<SmtpOptions> options, ILogger<SmtpCarrier> log) : ICarrier, IDisposable
{
    private readonly ConcurrentBag<Line> idle = [];

    public async Task<Carrying> Carry(MimeMessage message, CancellationToken cancellation)
    {
        while (idle.TryTake(out var kept))
        {
            if (Stopwatch.GetElapsedTime(kept.UsedAt) > TimeSpan.FromSeconds(options.Value.Idle))
            {
                kept.Client.Dispose();
                continue;
            }

            var carrying = await Try(kept, message, cancellation);
            // The server may have closed a kept connection meanwhile, or says now that it has had enough of it; then a fresh one decides.
            if (!carrying.Away && carrying.Answer?.Code != (int)SmtpStatusCode.ServiceNotAvailable) return carrying;
            break;
        }

        return await Try(new Line(new SmtpClient()), message, cancellation);
    }

    private async Task<Carrying> Try(Line line, MimeMessage message, CancellationToken cancellation)
    {
        var leaving = new Leaving();
        var greeted = false;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(options.Value.Timeout));
        try
        {
            if (!line.Client.IsConnected)
                await Connect(line.Client, patience.Token);
            greeted = true;
            await line.Client.SendAsync(message, Sender(message), message.To.Mailboxes, patience.Token, leaving);
            await Keep(line);
            return Carrying.Accepted;
        }
        catch (SmtpCommandException answer)
        {
            // The server said no in so many words, so nothing is unclear. The code alone is logged: the words may hold the address.
            log.LogWarning("The mail server answered {Code} ({Error})", (int)answer.StatusCode, answer.ErrorCode);
            await Keep(line);
            return Judge(answer, greeted);
        }
        catch (Exception broken) when (broken is IOException or SocketException or SmtpProtocolException or SslHandshakeException
            or ServiceNotConnectedException or OperationCanceledException or AuthenticationException)
        {
            log.LogWarning("The dialogue with the mail server broke off: {Error}", broken.GetType().Name);
            line.Client.Dispose();
            return new Carrying(leaving.Begun ? Carried.Unclear : Carried.Postponed);
        }
        catch
        {
            line.Client.Dispose();
            throw;
        }
    }

    /// <summary>A server that will not speak with us at all, or not with this sender, has said nothing about the letter.</summary>
    private static Carrying Judge(SmtpCommandException answer, bool greeted)
    {
        if (!greeted || answer.ErrorCode == SmtpErrorCode.SenderNotAccepted) return new Carrying(Carried.Postponed);
        var detail = Detail().Match(answer.Message) is { Success: true } said ? said.Value : null;
        return new Carrying(
            (int)answer.StatusCode >= 500 ? Carried.Refused : Carried.Postponed,
            new ServerAnswer((int)answer.StatusCode, detail, answer.ErrorCode == SmtpErrorCode.RecipientNotAccepted));
    }

    private async Task Connect(SmtpClient client, CancellationToken cancellation)
    {
        var smtp = options.Value;
        var security = smtp.Port == 465 ? SecureSocketOptions.SslOnConnect : smtp.StartTls ? SecureSocketOptions.StartTls : SecureSocketOptions.None;
        // The end of a message is a small packet: without this it would wait for the other side to confirm what came before, 40 ms a letter.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(smtp.Host, smtp.Port, cancellation);
            await client.ConnectAsync(socket, smtp.Host, smtp.Port, security, cancellation);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        if (smtp.User.Length > 0)
            await client.AuthenticateAsync(smtp.User, smtp.Password, cancellation);
    }

    /// <summary>RFC 3463.</summary>
    [GeneratedRegex(@"(?<=^\s*)[245]\.\d{1,3}\.\d{1,3}\b")]
    private static partial Regex Detail();

    private MailboxAddress Sender(MimeMessage message) =>
        options.Value.ReturnPath is { Length: > 0 } path ? MailboxAddress.Parse(path) : message.From.Mailboxes.First();

    private async Task Keep(Line line)
    {
        line.UsedAt = Stopwatch.GetTimestamp();
        if (line.Client.IsConnected && ++line.Letters < options.Value.LettersPerConnection)
        {
            idle.Add(line);
            return;
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            if (line.Client.IsConnected) await line.Client.DisconnectAsync(quit: true, patience.Token);
        }
        catch (Exception rude) when (rude is IOException or SocketException or ProtocolException or CommandException or OperationCanceledException)
        {
            // It need not say goodbye.
        }

        line.Client.Dispose();
    }

    public void Dispose()
    {
        while (idle.TryTake(out var line))
            line.Client.Dispose();
    }

    private sealed class Line(SmtpClient client)
    {
        public SmtpClient Client { get; } = client;

        public int Letters { get; set; }

        public long UsedAt { get; set; }
    }

    /// <summary>Whether a byte of the message has left.</summary>
    private sealed class Leaving : ITransferProgress
    {
        public bool Begun { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => Begun = true;

        public void Report(long bytesTransferred) => Begun = true;
    }
}
