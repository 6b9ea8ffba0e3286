using System.Collections.Concurrent;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Souq.Mail.Posting;

/// <summary>Hands letters to a mail server over connections that are kept and used again.</summary>
public sealed class SmtpCarrier(IOptions<SmtpOptions> options, ILogger<SmtpCarrier> log) : ICarrier, IDisposable
{
    private readonly SemaphoreSlim places = new(options.Value.Connections, options.Value.Connections);
    private readonly ConcurrentBag<SmtpClient> idle = [];

    public async Task<Carried> Carry(MimeMessage message, CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        try
        {
            if (idle.TryTake(out var kept))
            {
                var outcome = await Try(kept, message, cancellation);
                // The server may have closed a kept connection meanwhile; then a fresh one decides.
                if (outcome != Carried.Postponed || kept.IsConnected) return outcome;
            }

            return await Try(new SmtpClient(), message, cancellation);
        }
        finally
        {
            places.Release();
        }
    }

    private async Task<Carried> Try(SmtpClient client, MimeMessage message, CancellationToken cancellation)
    {
        var leaving = new Leaving();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(options.Value.Timeout));
        try
        {
            if (!client.IsConnected)
                await Connect(client, patience.Token);
            await client.SendAsync(message, patience.Token, leaving);
            idle.Add(client);
            return Carried.Accepted;
        }
        catch (SmtpCommandException answer)
        {
            // The server said no in so many words, so nothing is unclear. The code alone is logged: the words may hold the address.
            log.LogWarning("The mail server answered {Code} ({Error})", (int)answer.StatusCode, answer.ErrorCode);
            if (client.IsConnected) idle.Add(client);
            else Discard(client);
            return (int)answer.StatusCode >= 500 ? Carried.Refused : Carried.Postponed;
        }
        catch (Exception broken) when (broken is IOException or SocketException or SmtpProtocolException or SslHandshakeException
            or ServiceNotConnectedException or OperationCanceledException or AuthenticationException)
        {
            log.LogWarning("The dialogue with the mail server broke off: {Error}", broken.GetType().Name);
            Discard(client);
            return leaving.Begun ? Carried.Unclear : Carried.Postponed;
        }
        catch
        {
            Discard(client);
            throw;
        }
    }

    private async Task Connect(SmtpClient client, CancellationToken cancellation)
    {
        var smtp = options.Value;
        var security = smtp.Port == 465 ? SecureSocketOptions.SslOnConnect : smtp.StartTls ? SecureSocketOptions.StartTls : SecureSocketOptions.None;
        await client.ConnectAsync(smtp.Host, smtp.Port, security, cancellation);
        if (smtp.User.Length > 0)
            await client.AuthenticateAsync(smtp.User, smtp.Password, cancellation);
    }

    private static void Discard(SmtpClient client) => client.Dispose();

    public void Dispose()
    {
        while (idle.TryTake(out var client))
            Discard(client);
        places.Dispose();
    }

    /// <summary>Whether a byte of the message has left.</summary>
    private sealed class Leaving : ITransferProgress
    {
        public bool Begun { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => Begun = true;

        public void Report(long bytesTransferred) => Begun = true;
    }
}
