using System.Diagnostics;
using System.Globalization;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using Souq.Benchmarks.Search;
using Souq.Catalog.Contracts;
using Souq.Digests.Contracts;
using Souq.Host;
using Souq.Host.Demo;
using Souq.Listings.Watching;
using Wolverine;

namespace Souq.Benchmarks.Digests;

/// <summary>
/// The goals: 100,000 subscriptions on a market of 1,000,000 adverts of which 20,000 are new: their digests assembled and handed to a mail server on the
/// same machine within five minutes, with flat memory, while readers of the market wait at most half as long again as else.
/// </summary>
internal static class DigestsVerb
{
    private const double Goal = 300;

    /// <summary><c>digests [SUBSCRIPTIONS [ADVERTS [NEW]]]</c>; a data folder in place of ADVERTS is taken for the market it holds, which nobody subscribes to yet.</summary>
    public static async Task<int> Run(string[] args)
    {
        int Number(int at, int otherwise) => args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : otherwise;
        var known = args.Length > 1 && Directory.Exists(args[1]) ? args[1] : null;
        var (subscriptions, adverts, fresh) = (Number(0, 100_000), known is null ? Number(1, 1_000_000) : 0, Number(2, 20_000));
        await using var sink = Sink.Start();
        await using var market = await BenchMarket.Open(known);
        await using (var scope = market.Service<IServiceScopeFactory>().CreateAsyncScope())
            if (known is null) await MadeMarket.Fill(scope.ServiceProvider, adverts, 1, 60, 2_000);
        await market.Settle();
        await market.Service<Matcher>().CatchUp(CancellationToken.None);
        var first = await market.Count($"select min(seq_id) from (select seq_id from listings.mt_events where type = 'published' order by seq_id desc limit {fresh}) newest");
        var clock = Stopwatch.StartNew();
        // Due when all is ready for it.
        await ManySubscribers.Write(market, subscriptions, DateTimeOffset.UtcNow.AddDays(1), first - 1);
        await market.Analyze();
        Say($"digests: {subscriptions} subscriptions to {await market.Count("select count(*) from listings.watches")} searches of {await market.Count("select count(distinct subscriber) from digests.due")} people, written in {clock.Elapsed.TotalSeconds:0} s");

        clock.Restart();
        await market.Scalar<object>($"update listings.matching set reached = {first - 1} where id = 1 returning 1");
        var held = await market.Service<Matcher>().CatchUp(CancellationToken.None);
        var finds = await market.Count("select coalesce(sum(length(searches) / 4), 0) from listings.finds");
        Say($"  matched: {held} new adverts in {clock.Elapsed.TotalSeconds:0.0} s, reading the searches for the first time with it; {(double)finds / held:0.0} searches found each");
        return await Day(market, sink) ? 0 : 1;
    }

    private static async Task<bool> Day(BenchMarket market, Sink sink)
    {
        // One program, as on a small server: it serves the pages, and it writes the letters when its clock ticks.
        await using var served = await ServedMarket.StartWith(market, "", new()
        {
            ["Smtp__Port"] = sink.Port.ToString(CultureInfo.InvariantCulture),
            ["Smtp__StartTls"] = "false",
            // The sink stands for one's own mail server, which knows what each domain takes.
            ["Smtp__Rates__default"] = "0",
            ["Smtp__Connections"] = "4",
        }, "Souq.Benchmarks.dll", "serve");
        var asked = new AskedPages(market.Service<ICatalog>().Current, 23);
        var pages = new PagesMeanwhile(served.Client, asked, await Numbers(market));
        // It has written letters on other days: what it runs is compiled.
        using (var before = new CancellationTokenSource())
        {
            var readers = pages.Watch(before.Token);
            await Begin(market, "subscriber in (select subscriber from digests.due group by 1 order by 1 limit 4000)");
            await BenchMarket.Until(async () => !await IsAtWork(market));
            await before.CancelAsync();
            await readers;
        }

        var calm = await Watched(pages, TimeSpan.FromSeconds(90));

        await sink.Ask();
        await Begin(market, "covered < (select reached from listings.matching)");

        var people = await market.Count("select count(distinct subscriber) from digests.due where next_at <= now()");
        var (idle, cpu, sinkCpu, sampler) = (served.Memory, Cpu.Of(market, served), sink.Cpu, new Sampler(market.Connection));
        using var over = new CancellationTokenSource();
        var meanwhile = pages.Watch(over.Token);
        var memory = Memory(served, over.Token);
        var clock = Stopwatch.StartNew();
        using (var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(500)))
            do await pace.WaitForNextTickAsync();
            while (await IsAtWork(market));
        var seconds = clock.Elapsed.TotalSeconds;
        var (ours, theirs) = cpu.Since();
        var sinks = sink.Cpu - sinkCpu;
        await over.CancelAsync();
        var (busy, most) = (await meanwhile, await memory);
        await sampler.DisposeAsync();
        var (letters, twice, bytes) = await sink.Ask();
        var states = await market.Scalar<string>("select coalesce(string_agg(state || ' ' || n, ', '), 'none') from (select state, count(*) as n from digests.issued group by state order by 1) s");
        Say($"digests: {people} people written to, or found to have nothing new, in {seconds:0} s (goal {Goal:0}), {people / seconds:0} a second; {letters} letters of {bytes / Math.Max(letters, 1) >> 10} KB, {twice} mailboxes with two; {states}");
        Say($"  processor, ms a letter: program {ours / letters:0.00}, PostgreSQL {theirs / letters:0.00}, the mail server {sinks / letters:0.00}");
        Say($"  memory: {idle >> 20} MB before, {most >> 20} MB at most");
        Say($"  pages at {1000 / 50} a second: p50 {calm.Median:0} ms, p99 {calm.Slowest:0} ms; meanwhile p50 {busy.Median:0} ms, p99 {busy.Slowest:0} ms: {busy.Slowest / calm.Slowest:0.00} (goal 1.5)");
        Say($"  the slowest of a hundred by kind of page, ms: {calm.ByKind}; meanwhile {busy.ByKind}");
        Say($"  the slowest came at {calm.Moments}; meanwhile at {busy.Moments}");
        foreach (var line in sampler.Busiest(6)) Say($"  {line}");

        // The same tick again, on another node, finds nothing to do.
        await Tick(market);
        await market.Settle();
        var again = (await sink.Ask()).Letters;
        Say($"  the same tick again: {again} letters (goal 0)");
        return seconds <= Goal && twice == 0 && again == 0 && letters > 0 && busy.Slowest <= calm.Slowest * 1.5;
    }

    /// <summary>Letters are due, and the clock of the program says so.</summary>
    private static async Task Begin(BenchMarket market, string which)
    {
        await market.Scalar<object>($"with due as (update digests.due set next_at = now() - interval '10 minutes' where {which} returning 1) select count(*) from due");
        market.Service<IBackgroundJobClient>().Enqueue<Jobs.Ticks>(ticks => ticks.SendDueDigests());
        await BenchMarket.Until(() => market.Scalar<bool>("select exists (select from digests.issued where state = 'open')"));
    }

    private static Task<bool> IsAtWork(BenchMarket market) =>
        market.Scalar<bool>("select exists (select from digests.due where next_at <= now()) or exists (select from digests.issued where state = 'open')");

    private static async Task Tick(BenchMarket market)
    {
        await using var scope = market.Service<IServiceScopeFactory>().CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMessageBus>().PublishAsync(new SendDueDigests(DateTimeOffset.UtcNow));
    }

    private static async Task<Waits> Watched(PagesMeanwhile pages, TimeSpan time)
    {
        using var over = new CancellationTokenSource(time);
        return await pages.Watch(over.Token);
    }

    private static async Task<long> Memory(ServedMarket served, CancellationToken until)
    {
        var most = 0L;
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            do most = Math.Max(most, served.Memory);
            while (await pace.WaitForNextTickAsync(until));
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }

        return most;
    }

    private static async Task<IReadOnlyList<long>> Numbers(BenchMarket market) =>
        await market.Scalar<long[]>("select array_agg(number) from (select number from listings.search where available order by listed_at desc limit 20000) newest");

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
