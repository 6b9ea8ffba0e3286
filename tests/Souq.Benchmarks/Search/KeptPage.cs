using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Souq.Benchmarks.Search;

/// <summary>A page many ask for, from memory, beside a bare one of its size.</summary>
internal static class KeptPage
{
    private const double Goal = 0.60;

    private static readonly string[] Pages = ["/", "/cars"];

    public static async Task<bool> Measure(BenchMarket market, int seconds)
    {
        var good = true;
        await using var served = await ServedMarket.Start(market, "Souq.Benchmarks.dll", "serve");
        foreach (var page in Pages)
        {
            await Wrk.Run(served.Root, [page], 5);
            var kept = await Wrk.Run(served.Root, [page], seconds);
            var bare = await Bare((int)kept.Bytes, seconds);
            var share = kept.Rate / bare.Rate;
            good &= share >= Goal && kept.Bad == 0;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"kept page {page}: {kept.Rate:0} a second of {kept.Bytes / 1024:0} KB; a bare page of {bare.Bytes / 1024:0} KB {bare.Rate:0}: {share:0.00} (goal {Goal:0.00})"));
        }

        return good;
    }

    private static async Task<Load> Bare(int size, int seconds)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var root = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        listener.Stop();
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Souq.Benchmarks.dll"), "bare", size.ToString(CultureInfo.InvariantCulture), "--urls", root.AbsoluteUri },
        };
        using var process = Process.Start(start)!;
        try
        {
            using var client = new HttpClient { BaseAddress = root };
            await BenchMarket.Until(async () =>
            {
                try
                {
                    return (await client.GetAsync(new Uri("/", UriKind.Relative))).IsSuccessStatusCode;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            });
            await Wrk.Run(root, ["/"], 5);
            return await Wrk.Run(root, ["/"], seconds);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }
}
