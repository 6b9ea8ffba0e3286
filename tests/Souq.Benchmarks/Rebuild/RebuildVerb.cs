using System.Diagnostics;
using System.Globalization;
using Souq.Benchmarks.Import;
using Souq.Listings;
using Souq.Listings.Browsing.Indexing;
using Souq.Listings.Importing;

namespace Souq.Benchmarks.Rebuild;

/// <summary>The goal: every projection of the adverts built anew from 8,000 events a second or more.</summary>
internal static class RebuildVerb
{
    private const double Goal = 8_000;

    public static async Task<int> Run(string[] args)
    {
        var adverts = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 30_000;
        await using var market = await BenchMarket.Open();
        await ImportVerb.Import(market, MadeAdverts.Rows(adverts), ImportPace.Batch, publish: true, null);
        await market.Settle();
        await market.Analyze();
        var events = await market.Count("select count(*) from listings.mt_events");
        using var daemon = await market.Service<IListingsStore>().BuildProjectionDaemonAsync();

        var reached = true;
        // The search's own way is what the program does; Marten's own stands beside it for comparison.
        foreach (var (name, isGoal, rebuild) in new (string, bool, Func<Task>)[]
        {
            ("search, built beside and switched", true, () => market.Service<SearchRebuild>().Run()),
            ("search, in place by Marten", false, () => daemon.RebuildProjectionAsync("search", TimeSpan.FromMinutes(10), CancellationToken.None)),
            ("adverts", true, () => daemon.RebuildProjectionAsync<Listing>(TimeSpan.FromMinutes(10), CancellationToken.None)),
        })
        {
            var sampler = new Sampler(market.Connection);
            var cpu = Cpu.Of(market);
            var clock = Stopwatch.StartNew();
            await rebuild();
            var seconds = clock.Elapsed.TotalSeconds;
            var (ours, theirs) = cpu.Since();
            await sampler.DisposeAsync();
            var rate = events / seconds;
            reached &= !isGoal || rate >= Goal;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"rebuild: {name}: {events} events in {seconds:0.0} s, {rate:0} a second{(isGoal ? $" (goal {Goal:0})" : "")}; processor, ms an event: {ours / events:0.000} program, {theirs / events:0.000} PostgreSQL"));
            foreach (var line in sampler.Busiest(5)) Console.WriteLine("  " + line);
        }

        var rows = await market.Count($"select count(*) from {SearchTable.Name}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  rows: {rows} of {adverts}"));
        return reached ? 0 : 1;
    }
}
