using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Souq.TestSupport;

/// <summary>How the sink takes the next messages.</summary>
public enum SmtpMood
{
    Willing,

    /// <summary>550 to the recipient.</summary>
    NoSuchMailbox,

    /// <summary>451 to the recipient.</summary>
    Busy,

    /// <summary>Takes the whole message and hangs up without an answer: the sender cannot know.</summary>
    HangsUpAfterData,

    /// <summary>Hangs up before the message begins.</summary>
    HangsUpAtGreeting,
}

/// <summary>A message as it came over the line.</summary>
public sealed record SunkMail(string From, IReadOnlyList<string> To, string Source);

/// <summary>A real, tiny mail server on loopback that keeps what it is given.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentQueue<SunkMail> mails = new();
    private readonly Task accepting;
    private int connections;

    public SmtpSink()
    {
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public SmtpMood Mood { get; set; }

    public int Connections => connections;

    public IReadOnlyList<SunkMail> Mails => [.. mails];

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(closing.Token);
                Interlocked.Increment(ref connections);
                _ = Converse(client);
            }
        }
        catch (OperationCanceledException)
        {
            // Closed.
        }
    }

    private async Task Converse(TcpClient client)
    {
        using var _ = client;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            if (Mood == SmtpMood.HangsUpAtGreeting) return;
            await writer.WriteLineAsync("220 sink.test ESMTP");
            var (from, to) = ("", new List<string>());
            while (await reader.ReadLineAsync(closing.Token) is { } line)
            {
                var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                switch (verb)
                {
                    case "EHLO":
                        await writer.WriteLineAsync("250-sink.test");
                        await writer.WriteLineAsync("250 8BITMIME");
                        break;
                    case "MAIL":
                        (from, to) = (Path(line), []);
                        await writer.WriteLineAsync("250 OK");
                        break;
                    case "RCPT" when Mood == SmtpMood.NoSuchMailbox:
                        await writer.WriteLineAsync("550 No such mailbox");
                        break;
                    case "RCPT" when Mood == SmtpMood.Busy:
                        await writer.WriteLineAsync("451 Busy, try again later");
                        break;
                    case "RCPT":
                        to.Add(Path(line));
                        await writer.WriteLineAsync("250 OK");
                        break;
                    case "DATA":
                        await writer.WriteLineAsync("354 Go on");
                        mails.Enqueue(new SunkMail(from, to, await Content(reader)));
                        if (Mood == SmtpMood.HangsUpAfterData) return;
                        await writer.WriteLineAsync("250 Kept");
                        break;
                    case "QUIT":
                        await writer.WriteLineAsync("221 Bye");
                        return;
                    default:
                        await writer.WriteLineAsync(verb is "NOOP" or "RSET" or "HELO" ? "250 OK" : "502 Not spoken here");
                        break;
                }
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // The sender hung up.
        }
    }

    private async Task<string> Content(StreamReader reader)
    {
        var content = new StringBuilder();
        while (await reader.ReadLineAsync(closing.Token) is { } line && line != ".")
            content.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        return content.ToString();
    }

    private static string Path(string line) => line[(line.IndexOf('<') + 1)..line.IndexOf('>')];

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await accepting;
        closing.Dispose();
    }
}
