using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Souq.TestSupport;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Road;

/// <summary>The program as a process of its own, on a real port.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private RunningProgram(Process process, Uri root) => (Process, Root) = (process, root);

    public Process Process { get; }

    public Uri Root { get; }

    /// <summary>Serves the market; ready when this returns.</summary>
    /// <param name="settings">Beside the usual ones.</param>
    /// <param name="wrapper">A program that starts it, and its arguments.</param>
    public static async Task<RunningProgram> Serve(string connection, string folder, IReadOnlyDictionary<string, string>? settings = null, IReadOnlyList<string>? wrapper = null)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var root = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        listener.Stop();
        var program = new RunningProgram(Start(connection, folder, settings, wrapper, "--urls", root.AbsoluteUri), root);
        using var browser = new Browser(Line(), root);
        await Waiting.Until(async () =>
        {
            program.Process.HasExited.ShouldBeFalse("The program ended by itself");
            try
            {
                return (await browser.Open("/health/ready")).Status == HttpStatusCode.OK;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
        return program;
    }

    /// <summary>Starts it with a verb, or to serve.</summary>
    public static Process Start(string connection, string folder, params string[] arguments) => Start(connection, folder, null, null, arguments);

    private static Process Start(
        string connection, string folder, IReadOnlyDictionary<string, string>? settings, IReadOnlyList<string>? wrapper, params string[] arguments)
    {
        var dotnet = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        var start = new ProcessStartInfo(wrapper is [var first, ..] ? first : dotnet) { WorkingDirectory = folder };
        if (wrapper is { Count: > 0 })
            foreach (var argument in wrapper.Skip(1).Append(dotnet)) start.ArgumentList.Add(argument);
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Souq.Host.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (key, value) in Market.Settings(connection, folder).Concat(settings ?? new Dictionary<string, string>())) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return Process.Start(start)!;
    }

    public static SocketsHttpHandler Line() => new() { AllowAutoRedirect = false, UseCookies = false };

    public async ValueTask DisposeAsync()
    {
        if (!Process.HasExited)
        {
            Process.Kill();
            await Process.WaitForExitAsync();
        }

        Process.Dispose();
    }
}
