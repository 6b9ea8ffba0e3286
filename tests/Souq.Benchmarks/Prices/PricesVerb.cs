using System.Diagnostics;
using System.Globalization;
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
    private const int WarmUp = 60;

    /// <summary>Of both, one after the other: what else the machine does meanwhile hits both.</summary>
    private const int Rounds = 5;

    private static readonly TimeSpan Bare = TimeSpan.FromSeconds(3);

    public static async Task<int> Run(string[] args)
    {
        var seconds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 40;
        await using var market = await BenchMarket.Open();
        await ImportVerb.Import(market, MadeAdverts.Rows(Adverts), ImportPace.Batch, publish: true, null);
        await market.Settle();
        var ids = Enumerable.Range(0, Adverts).Select(i => ImportListingsHandler.ListingId(BenchMarket.Seller, "M-" + i.ToString(CultureInfo.InvariantCulture))).ToArray();
        await using var program = await ServedMarket.Start(market);
        await market.Analyze();
        var drive = args.Contains("command") ? Command(market, ids) : Http(program, await Numbers(market));
        // Until the runtime has compiled what is called often.
        await drive(WarmUp, 1_000);
        var (loads, ratios, whole, bare, ours, theirs) = (new List<Load>(), new List<double>(), new List<double>(), new List<double>(), 0d, 0d);
        var sampler = new Sampler(market.Connection);
        var (how, took, followed) = ("", TimeSpan.Zero, TimeSpan.Zero);
        for (var round = 0; round < Rounds; round++)
        {
            (var before, how) = await PgBench.Run(market.Connection, Bare);
            var cpu = Cpu.Of(market, program);
            var clock = Stopwatch.StartNew();
            var load = await drive(seconds / Rounds, 2_000 + round * 500);
            if (load.Bad > 0) throw new InvalidOperationException($"{load.Bad} of {load.Answers} changes were refused");
            // What follows is made meanwhile; what is left of it at the end is waited for, so that none of it falls to the other.
            var acknowledged = clock.Elapsed;
            await market.Settle();
            clock.Stop();
            followed += clock.Elapsed - acknowledged;
            took += clock.Elapsed;
            var (a, b) = cpu.Since();
            var (after, _) = await PgBench.Run(market.Connection, Bare);
            (ours, theirs) = (ours + a, theirs + b);
            loads.Add(load);
            bare.Add((before + after) / 2);
            ratios.Add(load.Answers / acknowledged.TotalSeconds / bare[^1]);
            whole.Add(load.Answers / clock.Elapsed.TotalSeconds / bare[^1]);
        }

        await sampler.DisposeAsync();
        var (ratio, changes) = (Middle(ratios), loads.Sum(l => l.Answers));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"prices: {changes / (took - followed).TotalSeconds:0} changes a second; {how} {bare.Average():0}; ratio {ratio:0.000}, the middle of {string.Join(", ", ratios.Select(r => r.ToString("0.00", CultureInfo.InvariantCulture)))} (goal {Goal:0.00}), {Middle(whole):0.000} with all that follows; p50 {Middle(loads.Select(l => l.Median)):0.0} ms, p99 {Middle(loads.Select(l => l.Slowest)):0.0} ms"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  processor, ms a change: {ours / changes:0.000} program, {theirs / changes:0.000} PostgreSQL"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {followed.TotalSeconds / Rounds:0.00} s a round until all that follows was done, of {took.TotalSeconds / Rounds:0.00}"));
        Console.WriteLine("  PostgreSQL was busy with (statements at a time):");
        foreach (var line in sampler.Busiest(14)) Console.WriteLine("  " + line);
        return ratio >= Goal ? 0 : 1;
    }

    private static double Middle(IEnumerable<double> some) => some.Order().ElementAt(Rounds / 2);

    // A few dinars more each time: never three times off, which would send it to a moderator.
    private static long Dinars(int i, int salt) => 20_000 + (i % 900 * 1_000) + salt;

    /// <summary>Straight to the handler.</summary>
    private static Func<int, int, Task<Load>> Command(BenchMarket market, Guid[] ids) => async (seconds, salt) =>
    {
        var clock = Stopwatch.StartNew();
        var all = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            var times = new List<double>();
            // Each client has adverts of its own: clashes are another matter.
            for (var n = client; clock.Elapsed.TotalSeconds < seconds; n += Clients)
            {
                var (i, begin) = (n % Adverts, clock.Elapsed);
                var price = new Price(i % 2 == 0 ? PriceType.Firm : PriceType.Negotiable, Dinars(i, salt + (n / Adverts % 500)));
                var refusals = await market.Commands.Send(new ChangePrice(ids[i], BenchMarket.Seller, price));
                if (refusals.Count > 0) throw new InvalidOperationException(refusals[0].ToString());
                times.Add((clock.Elapsed - begin).TotalMilliseconds);
            }

            return times;
        })));
        double[] sorted = [.. all.SelectMany(t => t).Order()];
        return new Load(sorted.Length / clock.Elapsed.TotalSeconds, sorted[sorted.Length / 2], sorted[sorted.Length * 99 / 100], 0, 0, sorted.Length);
    };

    /// <summary>Through the door programs use, on a real port: HTTP, token, handler, events, inline model and outbox.</summary>
    private static Func<int, int, Task<Load>> Http(ServedMarket program, IReadOnlyList<long> numbers) => (seconds, salt) => Wrk.Run(
        program.Root, [.. numbers.Select((number, i) => $"{number} {(i % 2 == 0 ? "firm" : "negotiable")} {Dinars(i, salt)}")], $$"""
        local headers = { ["Authorization"] = "{{program.Client.DefaultRequestHeaders.Authorization}}", ["Content-Type"] = "application/json" }
        request = function()
          local number, type, dinars = string.match(lines[at % #lines + 1], "(%d+) (%a+) (%d+)")
          local body = string.format('{"type":"%s","dinars":%d}', type, dinars + math.floor(at / #lines) % 500)
          at = at + 1
          return wrk.format("PUT", "/api/v1/listings/" .. number .. "/price", headers, body)
        end
        """, seconds);

    private static async Task<IReadOnlyList<long>> Numbers(BenchMarket market)
    {
        await using var session = market.Service<IListingsStore>().QuerySession();
        var found = await session.Query<Listing>().Select(l => new { l.Ref, l.Number }).ToListAsync();
        return [.. found.OrderBy(l => int.Parse(l.Ref!["M-".Length..], CultureInfo.InvariantCulture)).Select(l => l.Number)];
    }
}
