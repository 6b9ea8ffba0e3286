using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Souq.Mail.Posting;

/// <summary>Hands letters to a mail server over connections that are kept and used again.</summary>
public sealed partial class SmtpCarrier(IOptions<SmtpOptions> options, ILogger<SmtpCarrier> log) : ICarrier, IDisposable
{
    private readonly ConcurrentBag<SmtpClient> idle = [];

    public async Task<Carrying> Carry(MimeMessage message, CancellationToken cancellation)
    {
        if (idle.TryTake(out var kept))
        {
            var carrying = await Try(kept, message, cancellation);
            // The server may have closed a kept connection meanwhile, or says now that it has had enough of it; then a fresh one decides.
            if (!carrying.Away && carrying.Answer?.Code != (int)SmtpStatusCode.ServiceNotAvailable) return carrying;
        }

        return await Try(new SmtpClient(), message, cancellation);
    }

    private async Task<Carrying> Try(SmtpClient client, MimeMessage message, CancellationToken cancellation)
    {
        var leaving = new Leaving();
        var greeted = false;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(options.Value.Timeout));
        try
        {
            if (!client.IsConnected)
                await Connect(client, patience.Token);
            greeted = true;
            await client.SendAsync(message, patience.Token, leaving);
            idle.Add(client);
            return Carrying.Accepted;
        }
        catch (SmtpCommandException answer)
        {
            // The server said no in so many words, so nothing is unclear. The code alone is logged: the words may hold the address.
            log.LogWarning("The mail server answered {Code} ({Error})", (int)answer.StatusCode, answer.ErrorCode);
            if (client.IsConnected) idle.Add(client);
            else Discard(client);
            return Judge(answer, greeted);
        }
        catch (Exception broken) when (broken is IOException or SocketException or SmtpProtocolException or SslHandshakeException
            or ServiceNotConnectedException or OperationCanceledException or AuthenticationException)
        {
            log.LogWarning("The dialogue with the mail server broke off: {Error}", broken.GetType().Name);
            Discard(client);
            return new Carrying(leaving.Begun ? Carried.Unclear : Carried.Postponed);
        }
        catch
        {
            Discard(client);
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
        await client.ConnectAsync(smtp.Host, smtp.Port, security, cancellation);
        if (smtp.User.Length > 0)
            await client.AuthenticateAsync(smtp.User, smtp.Password, cancellation);
    }

    /// <summary>RFC 3463.</summary>
    [GeneratedRegex(@"(?<=^\s*)[245]\.\d{1,3}\.\d{1,3}\b")]
    private static partial Regex Detail();

    private static void Discard(SmtpClient client) => client.Dispose();

    public void Dispose()
    {
        while (idle.TryTake(out var client))
            Discard(client);
    }

    /// <summary>Whether a byte of the message has left.</summary>
    private sealed class Leaving : ITransferProgress
    {
        public bool Begun { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => Begun = true;

        public void Report(long bytesTransferred) => Begun = true;
    }
}
