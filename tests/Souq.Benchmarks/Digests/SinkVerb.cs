using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Souq.Benchmarks.Digests;

/// <summary>
/// A mail server that takes everything and keeps nothing but whom it was for: <c>sink PORT</c>. Asked on its standard input, it says how many letters
/// came, how many recipients got more than one since it was last asked, and how many bytes came.
/// </summary>
internal static class SinkVerb
{
    private static long letters, bytes;
    private static ConcurrentDictionary<string, int> recipients = new();

    public static async Task<int> Run(string[] args)
    {
        using var listener = new TcpListener(IPAddress.Loopback, int.Parse(args[0], CultureInfo.InvariantCulture));
        listener.Start();
        _ = Task.Run(async () =>
        {
            while (true) _ = Converse(await listener.AcceptTcpClientAsync());
        });
        while (await Console.In.ReadLineAsync() is not null)
        {
            var seen = Interlocked.Exchange(ref recipients, new());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Exchange(ref letters, 0)} {seen.Values.Count(n => n > 1)} {Interlocked.Exchange(ref bytes, 0)}"));
        }

        return 0;
    }

    private static async Task Converse(TcpClient client)
    {
        using var _ = client;
        client.NoDelay = true;
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1, bufferSize: 65536);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        try
        {
            await writer.WriteLineAsync("220 sink ESMTP");
            var to = "";
            while (await reader.ReadLineAsync() is { } line)
                switch (line.Length < 4 ? "" : line[..4].ToUpperInvariant())
                {
                    case "EHLO": await writer.WriteLineAsync("250-sink\r\n250-PIPELINING\r\n250 8BITMIME"); break;
                    case "RCPT":
                        to = line;
                        await writer.WriteLineAsync("250 OK");
                        break;
                    case "DATA":
                        await writer.WriteLineAsync("354 Go on");
                        while (await reader.ReadLineAsync() is { } content && content != ".") Interlocked.Add(ref bytes, content.Length + 2);
                        Interlocked.Increment(ref letters);
                        recipients.AddOrUpdate(to, 1, (_, n) => n + 1);
                        await writer.WriteLineAsync("250 Kept");
                        break;
                    case "QUIT": return;
                    default: await writer.WriteLineAsync("250 OK"); break;
                }
        }
        catch (IOException)
        {
            // The sender hung up.
        }
    }
}
