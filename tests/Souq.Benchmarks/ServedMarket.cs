using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Souq.Accounts.Tokens;

namespace Souq.Benchmarks;

/// <summary>The program as a process of its own on a real port, beside the market whose database it serves, and a merchant's program as its client.</summary>
internal sealed class ServedMarket : IAsyncDisposable
{
    private readonly Process process;

    private ServedMarket(Process process, HttpClient client, Uri root) => (this.process, Client, Root) = (process, client, root);

    /// <summary>Signed in with a token of <see cref="BenchMarket.Seller"/>.</summary>
    public HttpClient Client { get; }

    public Uri Root { get; }

    public int ProcessId => process.Id;

    /// <summary>Bytes of memory the program holds.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <param name="program">What is served, and how it is told to.</param>
    public static Task<ServedMarket> Start(BenchMarket market, params string[] program) => StartWith(market, "", [], program);

    /// <param name="sessions">Settings of all its sessions, as PostgreSQL's options.</param>
    /// <param name="environment">Beside the usual variables, or in place of them.</param>
    public static async Task<ServedMarket> StartWith(BenchMarket market, string sessions, Dictionary<string, string> environment, params string[] program)
    {
        if (program.Length == 0) program = ["Souq.Host.dll"];
        var secret = TokenSecret.New();
        var refusals = await market.Commands.Send(new MakeToken(
            BenchMarket.Seller, Guid.CreateVersion7(), "bench", TokenSecret.Prefix(secret), TokenSecret.Hash(secret)));
        if (refusals.Count > 0) throw new InvalidOperationException(refusals[0].ToString());
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var root = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        listener.Stop();

        var start = new ProcessStartInfo("dotnet") { ArgumentList = { Path.Combine(AppContext.BaseDirectory, program[0]) } };
        foreach (var argument in program[1..].Concat(["--urls", root.AbsoluteUri])) start.ArgumentList.Add(argument);
        Dictionary<string, string> usual = new()
        {
            // As it runs for people; in Development every service is checked each time it is asked for.
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Smtp__Host"] = IPAddress.Loopback.ToString(),
            ["ConnectionStrings__souq"] = sessions.Length == 0 ? market.Connection : $"{market.Connection};Options={sessions}",
            ["SOUQ_DATA"] = market.Folder,
            ["Souq__Demo"] = "false",
            ["Souq__Clock"] = "false",
            ["Api__PerMinute"] = "1000000",
            ["Logging__LogLevel__Default"] = "Error",
        };
        foreach (var (key, value) in usual.Concat(environment)) start.Environment[key] = value;
        var client = new HttpClient { BaseAddress = root };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        var served = new ServedMarket(Process.Start(start)!, client, root);
        await BenchMarket.Until(async () =>
        {
            if (served.process.HasExited) throw new InvalidOperationException("The program ended by itself");
            try
            {
                return (await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
        return served;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
