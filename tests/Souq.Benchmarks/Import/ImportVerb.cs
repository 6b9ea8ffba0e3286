using System.Diagnostics;
using System.Globalization;
using Souq.Listings.Importing;

namespace Souq.Benchmarks.Import;

/// <summary>The goal: 1,500 adverts a second without photos through the real command, with projections and other modules at work, memory flat.</summary>
internal static class ImportVerb
{
    private const double Goal = 1500;

    public static async Task<int> Run(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 30_000;
        var batch = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : ImportPace.Batch;
        var publish = !args.Contains("wait");
        await using var market = await BenchMarket.Open();
        await Import(market, MadeAdverts.Rows(2_000), batch, publish, null);
        var before = await BareAppend.Run(market.Connection, TimeSpan.FromSeconds(5));

        var memory = new List<(long Managed, long Set)>();
        var cpu = Cpu.Of(market);
        var clock = Stopwatch.StartNew();
        await Import(market, MadeAdverts.Rows(count).Select(r => r with { Values = new Dictionary<string, string>(r.Values) { ["ref"] = "N-" + r.Line } }),
            batch, publish, lines =>
            {
                if (lines * 10 / count > memory.Count) memory.Add((GC.GetTotalMemory(false), Environment.WorkingSet));
            });
        var rate = count / clock.Elapsed.TotalSeconds;
        var (ours, theirs) = cpu.Since();
        await market.Settle();
        var whole = count / clock.Elapsed.TotalSeconds;
        var (allOurs, allTheirs) = cpu.Since();
        var after = await BareAppend.Run(market.Connection, TimeSpan.FromSeconds(5));

        var bare = (before + after) / 2;
        Say($"import: {count} adverts in batches of {batch}: {rate:0} a second, {whole:0} with all that follows from them (goal {Goal:0})");
        Say($"  bare append on the same cluster: {before:0} and {after:0} transactions a second; ratio {rate / bare:0.00}");
        Say($"  processor, ms an advert: while importing {ours / count:0.000} program, {theirs / count:0.000} PostgreSQL; with all that follows {allOurs / count:0.000}, {allTheirs / count:0.000}");
        Say($"  memory, MB managed/working set: {string.Join("  ", memory.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Managed >> 20}/{m.Set >> 20}")))}");
        return rate >= Goal ? 0 : 1;
    }

    public static async Task Import(BenchMarket market, IEnumerable<ImportRow> rows, int batch, bool publish, Action<int>? progress)
    {
        var lines = 0;
        await foreach (var outcome in ImportPace.Run(rows, batch, b => market.Commands.Ask<ImportOutcome>(new ImportListings(BenchMarket.Seller, b, publish))))
        {
            if (outcome.Refused.Count > 0) throw new InvalidOperationException(outcome.Refused[0].Reasons[0].ToString());
            progress?.Invoke(lines += outcome.Created);
        }
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
