using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Souq.LocalPostgres;

/// <summary>Brings the server of a folder up or down. The caller holds the starting lock.</summary>
internal sealed class ClusterStarter(ClusterFolder folder, LocalClusterOptions options)
{
    // After kill -9 the dead server's children hold its memory for about a second.
    private static readonly TimeSpan Stubbornness = TimeSpan.FromSeconds(10);

    private const long LargeLog = 10_000_000;

    public async Task<(int Port, bool Owned)> EnsureRunningAsync(CancellationToken cancellation)
    {
        if (await RunningAsync(cancellation) is { } running)
            return (running.Port!.Value, false);

        var programs = new ClusterPrograms(folder, await PostgresBinaries.FindAsync(options.Log, folder.Major, cancellation));
        if (folder.Major is null)
        {
            options.Log?.Invoke($"Making a private PostgreSQL in {folder.Root}");
            await programs.InitialiseAsync(options.Fast, cancellation);
        }

        return (await StartAsync(programs, cancellation), true);
    }

    public async Task StopAsync(bool abruptly = false)
    {
        if (Postmaster.In(folder.Data) is null)
            return;
        var binaries = await PostgresBinaries.FindAsync(options.Log, folder.Major);
        await new ClusterPrograms(folder, binaries).StopAsync(abruptly);
    }

    /// <summary>The server that already lives here, once it is ready; null where none does or it is on its way out.</summary>
    private async Task<Postmaster?> RunningAsync(CancellationToken cancellation)
    {
        var waiting = Stopwatch.StartNew();
        while (Postmaster.In(folder.Data) is { } found)
        {
            // A server that was killed a moment ago still looks alive, so only an answer counts.
            if (found is { Ready: true, Port: { } port } && await ClusterDatabase.AnswersAsync(folder, port, cancellation))
                return found;
            if (waiting.Elapsed > ClusterPrograms.Patience)
                throw new LocalPostgresException($"The server {found.Pid} in {folder.Data} neither becomes ready nor ends");
            await Task.Delay(50, cancellation);
        }

        return null;
    }

    private async Task<int> StartAsync(ClusterPrograms programs, CancellationToken cancellation)
    {
        TrimLog();
        var port = folder.Port ?? FreePort();
        var compression = await CompressionAsync(programs, cancellation);
        var trying = Stopwatch.StartNew();
        while (true)
        {
            Postmaster.ForgetStale(folder.Data);
            folder.Port = port;
            folder.Settings = ClusterSettings.For(port, options.Fast, compression);
            var before = LogLength();
            var answer = await programs.StartAsync(cancellation);
            if (answer.Succeeded)
                return port;

            var reason = LogSince(before);
            if (trying.Elapsed > Stubbornness)
                throw new LocalPostgresException($"PostgreSQL does not start in {folder.Data}: {answer.Text}\n{reason}");
            if (reason.Contains("could not bind", StringComparison.Ordinal))
                port = FreePort();
            await Task.Delay(100, cancellation);
        }
    }

    private static async Task<string> CompressionAsync(ClusterPrograms programs, CancellationToken cancellation)
    {
        foreach (var one in ClusterSettings.Compressions)
            if (await programs.TakeAsync("wal_compression", one, cancellation)) return one;
        return "off";
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private long LogLength() => File.Exists(folder.Log) ? new FileInfo(folder.Log).Length : 0;

    private string LogSince(long position)
    {
        if (!File.Exists(folder.Log))
            return "";
        using var reader = new StreamReader(new FileStream(folder.Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        reader.BaseStream.Position = position;
        return reader.ReadToEnd().Trim();
    }

    private void TrimLog()
    {
        if (LogLength() > LargeLog)
            File.Move(folder.Log, folder.Log + ".1", overwrite: true);
    }
}
