using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Souq.Benchmarks.Digests;

/// <summary>The mail server of <see cref="SinkVerb"/>, as a process of its own.</summary>
internal sealed class Sink : IAsyncDisposable
{
    private readonly Process process;

    private Sink(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    public double Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalMilliseconds;
        }
    }

    public static Sink Start()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "Souq.Benchmarks.dll"), "sink", port.ToString(CultureInfo.InvariantCulture) }) start.ArgumentList.Add(argument);
        return new Sink(Process.Start(start)!, port);
    }

    /// <summary>Since it was last asked: letters, recipients with more than one, bytes.</summary>
    public async Task<(long Letters, long Twice, long Bytes)> Ask()
    {
        await process.StandardInput.WriteLineAsync("?");
        var answer = (await process.StandardOutput.ReadLineAsync())!.Split(' ').Select(n => long.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        return (answer[0], answer[1], answer[2]);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
