using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Souq.TestSupport;

/// <summary>A mailbox on loopback that speaks just enough IMAP to be emptied.</summary>
public sealed class ImapShelf : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly List<(string Source, bool Seen)> mails = [];
    private readonly Task accepting;

    public ImapShelf()
    {
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public int Unseen => mails.Count(m => !m.Seen);

    public void Put(string source) => mails.Add((source, false));

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(closing.Token);
                await Converse(client);
            }
        }
        catch (OperationCanceledException)
        {
            // Closed.
        }
    }

    private async Task Converse(TcpClient client)
    {
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("* OK [CAPABILITY IMAP4rev1] ready");
        while (await reader.ReadLineAsync(closing.Token) is { } line)
        {
            var (tag, command) = line.Split(' ', 2) is [var t, var c] ? (t, c) : (line, "");
            foreach (var answer in Answer(command)) await writer.WriteAsync(answer + "\r\n");
            await writer.WriteLineAsync(command.StartsWith("LOGIN \"wrong", StringComparison.OrdinalIgnoreCase) || command.StartsWith("LOGIN wrong", StringComparison.OrdinalIgnoreCase)
                ? $"{tag} NO [AUTHENTICATIONFAILED] no" : command.StartsWith("SELECT", StringComparison.OrdinalIgnoreCase) ? $"{tag} OK [READ-WRITE] done" : $"{tag} OK done");
            if (command.StartsWith("LOGOUT", StringComparison.OrdinalIgnoreCase)) return;
        }
    }

    private IEnumerable<string> Answer(string command)
    {
        var words = command.Split(' ');
        switch (words[0].ToUpperInvariant())
        {
            case "CAPABILITY":
                return ["* CAPABILITY IMAP4rev1"];
            case "LIST":
                return ["* LIST (\\HasNoChildren) \"/\" INBOX"];
            case "SELECT":
                return [$"* {mails.Count} EXISTS", "* 0 RECENT", "* FLAGS (\\Seen)", "* OK [PERMANENTFLAGS (\\Seen)] ok", "* OK [UIDVALIDITY 1] ok", $"* OK [UIDNEXT {mails.Count + 1}] ok"];
            case "LOGOUT":
                return ["* BYE"];
            case "UID" when words[1].Equals("SEARCH", StringComparison.OrdinalIgnoreCase):
                return ["* SEARCH" + string.Concat(Enumerable.Range(1, mails.Count).Where(n => !mails[n - 1].Seen).Select(n => $" {n}"))];
            case "UID" when words[1].Equals("FETCH", StringComparison.OrdinalIgnoreCase):
                return Numbers(words[2]).Select(n => command.Contains("BODY", StringComparison.OrdinalIgnoreCase)
                    ? $"* {n} FETCH (UID {n} BODY[] {{{mails[n - 1].Source.Length}}}\r\n{mails[n - 1].Source})"
                    : $"* {n} FETCH (UID {n} RFC822.SIZE {mails[n - 1].Source.Length})");
            case "UID" when words[1].Equals("STORE", StringComparison.OrdinalIgnoreCase):
                foreach (var n in Numbers(words[2])) mails[n - 1] = mails[n - 1] with { Seen = true };
                return [];
            default:
                return [];
        }
    }

    private static IEnumerable<int> Numbers(string set) => set.Split(',').SelectMany(part => part.Split(':') is [var from, var to]
        ? Enumerable.Range(int.Parse(from, System.Globalization.CultureInfo.InvariantCulture), int.Parse(to, System.Globalization.CultureInfo.InvariantCulture) - int.Parse(from, System.Globalization.CultureInfo.InvariantCulture) + 1)
        : [int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]);

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await accepting;
        closing.Dispose();
    }
}
