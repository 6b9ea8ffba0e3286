using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Souq.Catalog.Contracts;
using Souq.Host.Demo;

namespace Souq.Benchmarks.Search;

/// <summary>
/// The pages people read most, at a tenth and at the whole of a market, beside the same pages fed from constants; how fast made adverts come, what
/// the index takes, and how fast the search is built anew.
/// </summary>
internal static class SearchVerb
{
    private static readonly (string Page, double OfConstant, double OfTenth)[] Goals =
        [("home", 0, 0), ("section", 0.25, 0.60), ("section + wilaya", 0.25, 0.60), ("words", 0.05, 0.40), ("words + filters", 0.025, 0), ("attributes", 0.025, 0), ("cheapest", 0, 0), ("deep page", 0, 0), ("advert", 0.30, 0)];

    /// <summary>Adverts a second on a machine on which Marten alone appends <see cref="BatchAppend.Known"/> events a second.</summary>
    private const double SeedGoal = 3_000;

    /// <summary>Seconds before each measurement: while it is under load a program needs so long until all it runs is compiled to the end.</summary>
    private const int WarmUp = 8;

    /// <summary>The same before the first of them: what all pages run is compiled meanwhile.</summary>
    public const int Compiling = 40;

    /// <summary><c>search [ADVERTS [SECONDS]]</c>, or <c>search FOLDER [SECONDS [PAGE | beside | findable]]</c> for the market of a data folder as it is.</summary>
    public static async Task<int> Run(string[] args)
    {
        if (args.Length > 0 && Directory.Exists(args[0]))
        {
            await using var known = await BenchMarket.Open(args[0]);
            var each = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
            if (args is [_, _, "findable"]) await Publishing.Findable(known, new AskedPages(known.Service<ICatalog>().Current, 11), each);
            else if (args is [_, _, "beside"]) await Beside(known, each);
            else await Measure(known, each, "", args.Length > 2 ? args[2] : null);
            return 0;
        }

        var whole = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        var seconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 8;
        await using var market = await BenchMarket.Open();
        await Seed(market, 0, whole / 100);
        var (published, suggested) = (await Publishing.Cost(market), await Suggesting.Measure(market));
        var reached = await Seed(market, whole / 100, whole / 10);
        var (tenth, _) = await Measure(market, seconds, "");
        reached &= await Seed(market, whole / 10, whole);
        var (all, calm) = await Measure(market, seconds, " at the whole");
        reached &= Judge(all, tenth) & calm;
        var now = await Publishing.Cost(market);
        reached &= Slower("publishing, ms of the clock", published.Clock, now.Clock, 1.3);
        Slower("publishing, ms of the processor with all that follows", published.Cpu, now.Cpu, 1.3);
        reached &= Slower("suggestions, p95 in ms", suggested, await Suggesting.Measure(market), 2);
        reached &= await Beside(market, seconds);
        return reached ? 0 : 1;
    }

    /// <summary><c>seeding [ADVERTS]</c>: that alone.</summary>
    public static async Task<int> Seeding(string[] args)
    {
        await using var market = await BenchMarket.Open();
        // What a program does at first is not what it does for minutes.
        await Seed(market, 0, 20_000);
        return await Seed(market, 20_000, args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 320_000) ? 0 : 1;
    }

    /// <summary>What is measured on one market alone.</summary>
    private static async Task<bool> Beside(BenchMarket market, int seconds)
    {
        var good = await Publishing.Findable(market, new AskedPages(market.Service<ICatalog>().Current, 11), seconds * 4);
        good &= await KeptPage.Measure(market, seconds);
        var asked = new AskedPages(market.Service<ICatalog>().Current, 13);
        var numbers = await Numbers(market);
        good &= await Plans.Measure(market,
        [
            ("home", asked.Home), ("section", asked.InSection), ("section + wilaya", asked.InWilaya), ("words", asked.Worded), ("words + filters", asked.Narrowed),
            ("attributes", asked.Attributes), ("cheapest", asked.Cheapest), ("advert", () => asked.Advert(numbers)),
        ]);
        await Sizes(market);
        return good & await Rebuilding.Measure(market);
    }

    private static bool Slower(string what, double before, double now, double goal)
    {
        Say($"{what}: {before:0.00} at a hundredth, {now:0.00} at the whole: {now / before:0.00} (goal {goal:0.0}){(now / before > goal ? "  MISSED" : "")}");
        return now / before <= goal;
    }

    private static async Task<bool> Seed(BenchMarket market, int from, int to)
    {
        var bare = await BatchAppend.Run(market.Connection, TimeSpan.FromSeconds(10));
        var goal = SeedGoal * bare / BatchAppend.Known;
        var clock = Stopwatch.StartNew();
        await using var scope = market.Service<IServiceScopeFactory>().CreateAsyncScope();
        var done = await MadeMarket.Fill(scope.ServiceProvider, to - from, 1 + from, 60, 2_000);
        var rate = done / clock.Elapsed.TotalSeconds;
        await market.Settle();
        await Execute(market, "vacuum analyze");
        Say($"seed: {done} adverts, {rate:0} a second; with all that follows {done / clock.Elapsed.TotalSeconds:0}; Marten alone appends {bare:0} events a second in batches: {rate / bare:0.000} of it (goal {SeedGoal / BatchAppend.Known:0.000}: {goal:0} a second on this machine)");
        return rate >= goal;
    }

    private static async Task<(Dictionary<string, (Load Real, Load Constant)> Found, bool IsCalm)> Measure(BenchMarket market, int seconds, string where, string? only = null)
    {
        await using var served = await ServedMarket.Start(market, "Souq.Benchmarks.dll", "serve");
        var catalog = market.Service<ICatalog>().Current;
        var numbers = await Numbers(market);
        var asked = new AskedPages(catalog, 7);
        var deep = await Deep(served.Client, asked);
        var idle = served.Memory;
        var found = new Dictionary<string, (Load, Load)>();
        var pages = new (string Page, Func<int, string> Constant, Func<string> Make)[]
        {
            ("home", _ => "/bench/results?section=cars", asked.Home),
            ("section", _ => "/bench/results?section=cars", asked.InSection),
            ("section + wilaya", _ => "/bench/results?section=cars&wilaya=31", asked.InWilaya),
            ("words", _ => "/bench/results?q=clio", asked.Worded),
            ("words + filters", _ => "/bench/results?q=clio&min=100000&photos=1", asked.Narrowed),
            ("attributes", _ => "/bench/results?section=cars&attr.make=renault&attr.year=2010..2022", asked.Attributes),
            ("cheapest", _ => "/bench/results?section=cars&wilaya=31", asked.Cheapest),
            ("deep page", _ => "/bench/results?section=cars", () => deep[Random.Shared.Next(deep.Count)] + Random.Shared.Next().ToString(CultureInfo.InvariantCulture)),
            ("advert", i => $"/bench/advert/{numbers[i]}", () => asked.Advert(numbers)),
        };
        // A program that has just started counts calls and is compiled anew by them; while it does, it is half as fast as it will be for weeks.
        var mixed = pages.Where(p => only is null || p.Page == only).ToArray();
        await Wrk.Run(served.Root, [.. Enumerable.Range(0, 60_000).Select(i => i % 2 == 0 ? mixed[i / 2 % mixed.Length].Make() : mixed[i / 2 % mixed.Length].Constant(0))], Compiling);
        foreach (var (page, constant, make) in mixed)
        {
            await Wrk.Run(served.Root, [.. Enumerable.Range(0, 60_000).Select(_ => make())], WarmUp);
            string[] constants = [.. Enumerable.Range(0, 100).Select(constant).Distinct()];
            await Wrk.Run(served.Root, constants, WarmUp);
            var fed = await Wrk.Run(served.Root, constants, Math.Max(3, seconds / 2));
            var cpu = Cpu.Of(market, served);
            var real = await Wrk.Run(served.Root, [.. Enumerable.Range(0, 60_000).Select(_ => make())], seconds);
            var (ours, theirs) = cpu.Since();
            var count = real.Rate * seconds;
            Say($"{page,-17}{where} {real.Rate,6:0} a second, p50 {real.Median,6:0.0} ms, p99 {real.Slowest,6:0.0} ms, {real.Bytes / 1024:0} KB, ms each: program {ours / count:0.00}, PostgreSQL {theirs / count:0.00}; from constants {fed.Rate,6:0}: {real.Rate / fed.Rate:0.00}{(real.Bad > 0 ? $"; {real.Bad} BAD" : "")}");
            found[page] = (real, fed);
        }

        var after = served.Memory;
        Say($"memory{where}: {idle >> 20} MB idle, {after >> 20} MB after (goal 400 more)");
        return (found, after - idle <= 400L << 20);
    }

    private static bool Judge(Dictionary<string, (Load Real, Load Constant)> all, Dictionary<string, (Load Real, Load Constant)> tenth)
    {
        var good = true;
        foreach (var (page, ofConstant, ofTenth) in Goals)
        {
            var (real, fed) = all[page];
            // The machine itself is not as fast at every moment: what it makes of constants says how fast it was.
            var (share, raw, spread) = (real.Rate / fed.Rate, real.Rate / tenth[page].Real.Rate, real.Slowest / real.Median);
            var kept = share / (tenth[page].Real.Rate / tenth[page].Constant.Rate);
            var fine = share >= ofConstant && kept >= ofTenth && spread <= 10 && real.Bad == 0;
            good &= fine;
            Say($"{page,-17} {share:0.000} of constants (goal {ofConstant:0.000}), {kept:0.00} of its rate at a tenth (goal {ofTenth:0.00}; {raw:0.00} by the clock), p99 {spread:0.0} x p50 (goal 10){(fine ? "" : "  MISSED")}");
        }

        return good;
    }

    private static async Task Sizes(BenchMarket market)
    {
        var adverts = await market.Count("select count(*) from listings.search");
        foreach (var name in await Texts(market, "select indexrelname from pg_stat_user_indexes where schemaname = 'listings' and relname = 'search' order by pg_relation_size(indexrelid) desc"))
            Say($"  {name}: {await market.Count($"select pg_relation_size('listings.{name}')") / adverts} bytes an advert");
        Say($"  the table: {await market.Count("select pg_table_size('listings.search')") / adverts} bytes an advert");
    }

    /// <summary>Pages far behind the first ones.</summary>
    private static async Task<List<string>> Deep(HttpClient client, AskedPages asked)
    {
        var pages = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            var (path, after) = (i % 2 == 0 ? "section=cars" : "q=clio", "");
            for (var page = 0; page < 15; page++)
            {
                using var json = JsonDocument.Parse(await client.GetStringAsync(new Uri($"/api/v1/listings?{path}&limit=100{after}", UriKind.Relative)));
                if (json.RootElement.GetProperty("next").GetString() is not { } next) break;
                after = "&after=" + next;
                if (page > 4) pages.Add($"/fr/search?{path}{after}&x={i}");
            }
        }

        return pages.Count > 0 ? pages : [asked.Home()];
    }

    private static async Task<List<long>> Numbers(BenchMarket market) =>
        [.. (await Texts(market, "select number::text from listings.search where available order by md5(number::text) limit 20000")).Select(n => long.Parse(n, CultureInfo.InvariantCulture))];

    private static async Task<List<string>> Texts(BenchMarket market, string sql)
    {
        await using var command = market.Service<NpgsqlDataSource>().CreateCommand(sql);
        await using var row = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await row.ReadAsync()) texts.Add(row.GetString(0));
        return texts;
    }

    private static async Task Execute(BenchMarket market, string sql)
    {
        await using var command = market.Service<NpgsqlDataSource>().CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
