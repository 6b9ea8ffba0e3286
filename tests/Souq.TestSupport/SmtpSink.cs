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

    /// <summary>Says nothing more once it knows the sender.</summary>
    Hangs,

    /// <summary>Cuts the line in the middle of the message.</summary>
    ResetsInData,

    /// <summary>451 to the whole message.</summary>
    BusyAfterData,

    /// <summary>554 5.7.1 to the whole message: it dislikes what it reads.</summary>
    DislikesData,
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

    /// <summary>How long it thinks before it says that it has taken a message.</summary>
    public TimeSpan Pause { get; init; }

    public int Connections => connections;

    /// <summary>What is said to recipients instead of the mood's words.</summary>
    public string? ToRecipient { get; set; }

    /// <summary>So many letters a connection; then 421 and farewell.</summary>
    public int LettersAConnection { get; set; } = int.MaxValue;

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
            var letters = 0;
            while (await reader.ReadLineAsync(closing.Token) is { } line)
            {
                var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                switch (verb)
                {
                    case "EHLO":
                        await writer.WriteLineAsync("250-sink.test");
                        await writer.WriteLineAsync("250 8BITMIME");
                        break;
                    case "MAIL" when Mood == SmtpMood.Hangs:
                        await reader.ReadLineAsync(closing.Token);
                        break;
                    case "MAIL" when letters == LettersAConnection:
                        await writer.WriteLineAsync("421 4.7.0 Enough for one connection");
                        return;
                    case "MAIL":
                        (from, to) = (Path(line), []);
                        await writer.WriteLineAsync("250 OK");
                        break;
                    case "RCPT" when ToRecipient is not null:
                        await writer.WriteLineAsync(ToRecipient);
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
                        if (Mood == SmtpMood.ResetsInData)
                        {
                            await reader.ReadLineAsync(closing.Token);
                            client.LingerState = new LingerOption(true, 0);
                            return;
                        }

                        // A letter that breaks off was never handed over.
                        if (await Content(reader) is not { } content) return;
                        var mail = new SunkMail(from, to, content);
                        if (Mood is SmtpMood.BusyAfterData or SmtpMood.DislikesData)
                        {
                            await writer.WriteLineAsync(Mood == SmtpMood.BusyAfterData ? "451 4.3.0 Try again later" : "554 5.7.1 Looks like spam");
                            break;
                        }

                        mails.Enqueue(mail);
                        letters++;
                        if (Pause > TimeSpan.Zero)
                        {
                            using var thinking = new PeriodicTimer(Pause);
                            await thinking.WaitForNextTickAsync(closing.Token);
                        }

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

    /// <returns><c>null</c> when the sender is gone before its end.</returns>
    private async Task<string?> Content(StreamReader reader)
    {
        var content = new StringBuilder();
        while (await reader.ReadLineAsync(closing.Token) is { } line)
        {
            if (line == ".") return content.ToString();
            content.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return null;
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
