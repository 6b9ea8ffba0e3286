using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Marten;
using Souq.Benchmarks.Import;
using Souq.Kernel;
using Souq.Listings;
using Souq.Listings.Importing;
using Souq.Listings.Pricing;

namespace Souq.Benchmarks.Prices;

/// <summary>The goal: ChangePrice reaches a fifth of the bare appends pgbench makes in the same run, at eight clients.</summary>
internal static class PricesVerb
{
    private const double Goal = 0.2;
    private const int Clients = 8;
    private const int Adverts = 2_000;

    /// <summary>Of both, one after the other: what else the machine does meanwhile hits both.</summary>
    private const int Rounds = 5;

    private static readonly TimeSpan Bare = TimeSpan.FromSeconds(3);

    public static async Task<int> Run(string[] args)
    {
        var time = TimeSpan.FromSeconds(args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 40);
        await using var market = await BenchMarket.Open();
        await ImportVerb.Import(market, MadeAdverts.Rows(Adverts), ImportPace.Batch, publish: true, null);
        await market.Settle();
        var ids = Enumerable.Range(0, Adverts).Select(i => ImportListingsHandler.ListingId(BenchMarket.Seller, "M-" + i.ToString(CultureInfo.InvariantCulture))).ToArray();
        await using var program = await ServedMarket.Start(market);
        var way = args.Contains("command") ? Command(market, ids) : Http(program, await Numbers(market));
        // Until the runtime has compiled what is called often.
        await Drive(way, TimeSpan.FromSeconds(40), 1_000);
        var (times, ratios, bare, ours, theirs) = (new List<double>(), new List<double>(), new List<double>(), 0d, 0d);
        var sampler = new Sampler(market.Connection);
        var (how, took) = ("", TimeSpan.Zero);
        for (var round = 0; round < Rounds; round++)
        {
            (var before, how) = await PgBench.Run(market.Connection, Bare);
            var cpu = Cpu.Of(market, program);
            var clock = Stopwatch.StartNew();
            var some = await Drive(way, time / Rounds, 2_000 + round);
            // What follows from it is work too, and none of it falls to the other.
            await market.Settle();
            clock.Stop();
            took += clock.Elapsed;
            var (a, b) = cpu.Since();
            var (after, _) = await PgBench.Run(market.Connection, Bare);
            (ours, theirs) = (ours + a, theirs + b);
            times.AddRange(some);
            bare.Add((before + after) / 2);
            ratios.Add(some.Count / clock.Elapsed.TotalSeconds / bare[^1]);
        }

        await sampler.DisposeAsync();
        times.Sort();
        var ratio = ratios.Order().ElementAt(Rounds / 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"prices: {times.Count / took.TotalSeconds:0} changes a second; {how} {bare.Average():0}; ratio {ratio:0.00}, the middle of {string.Join(", ", ratios.Select(r => r.ToString("0.00", CultureInfo.InvariantCulture)))} (goal {Goal:0.00}); p50 {times[times.Count / 2]:0.0} ms, p99 {times[times.Count * 99 / 100]:0.0} ms"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  processor, ms a change: {ours / times.Count:0.000} program, {theirs / times.Count:0.000} PostgreSQL"));
        Console.WriteLine("  PostgreSQL was busy with (statements at a time):");
        foreach (var line in sampler.Busiest(14)) Console.WriteLine("  " + line);
        return ratio >= Goal ? 0 : 1;
    }

    /// <summary>Straight to the handler.</summary>
    private static Func<int, Price, Task> Command(BenchMarket market, Guid[] ids) => async (i, price) =>
    {
        var refusals = await market.Commands.Send(new ChangePrice(ids[i], BenchMarket.Seller, price));
        if (refusals.Count > 0) throw new InvalidOperationException(refusals[0].ToString());
    };

    /// <summary>Through the door programs use, on a real port: HTTP, token, handler, events, inline model and outbox.</summary>
    private static Func<int, Price, Task> Http(ServedMarket program, IReadOnlyList<long> numbers) => async (i, price) =>
    {
        using var answer = await program.Client.PutAsJsonAsync($"/api/v1/listings/{numbers[i]}/price", new
        {
            type = price.Type == PriceType.Firm ? "firm" : "negotiable",
            dinars = price.Dinars,
        });
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    };

    private static async Task<IReadOnlyList<long>> Numbers(BenchMarket market)
    {
        await using var session = market.Service<IListingsStore>().QuerySession();
        var found = await session.Query<Listing>().Select(l => new { l.Ref, l.Number }).ToListAsync();
        return [.. found.OrderBy(l => int.Parse(l.Ref!["M-".Length..], CultureInfo.InvariantCulture)).Select(l => l.Number)];
    }

    // A few dinars more each time: never three times off, which would send it to a moderator.
    private static async Task<List<double>> Drive(Func<int, Price, Task> change, TimeSpan time, int salt)
    {
        var clock = Stopwatch.StartNew();
        var all = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            var times = new List<double>();
            // Each client has adverts of its own: clashes are another matter.
            for (var n = client; clock.Elapsed < time; n += Clients)
            {
                var (i, round) = (n % Adverts, n / Adverts);
                var begin = clock.Elapsed;
                await change(i, new Price(i % 2 == 0 ? PriceType.Firm : PriceType.Negotiable, 20_000 + (i % 900 * 1_000) + salt + (round % 500)));
                times.Add((clock.Elapsed - begin).TotalMilliseconds);
            }

            return times;
        })));
        return [.. all.SelectMany(t => t)];
    }
}
