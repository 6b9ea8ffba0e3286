using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Souq.Catalog.Contracts;
using Souq.Host.Demo;
using Souq.Listings;
using Souq.Listings.Contracts;
using Souq.Listings.Watching;

namespace Souq.Benchmarks.Digests;

/// <summary>
/// The goal: 2,000 adverts a second held against 100,000 kept searches, and far less than a hundred times as long as against 1,000. Only the matching
/// itself, with all that it writes, on adverts that are in the search table already.
/// </summary>
internal static class MatchingVerb
{
    private const double Goal = 2_000;

    /// <summary><c>matching [ADVERTS [NEW]]</c>: so many on the market, of which so many are new; or the data folder of a market in which nobody keeps a search.</summary>
    public static async Task<int> Run(string[] args)
    {
        var known = args.Length > 0 && Directory.Exists(args[0]) ? args[0] : null;
        var adverts = args.Length > 0 && known is null ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        var fresh = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 20_000;
        await using var market = await BenchMarket.Open(known);
        await using (var scope = market.Service<IServiceScopeFactory>().CreateAsyncScope())
            if (known is null) await MadeMarket.Fill(scope.ServiceProvider, adverts, 1, 60, 2_000);
        await market.Settle();
        await market.Analyze();
        return await Measure(market, fresh) ? 0 : 1;
    }

    public static async Task<bool> Measure(BenchMarket market, int fresh)
    {
        var rates = new List<(int Searches, double Rate)>();
        foreach (var searches in new[] { 1_000, 10_000, 100_000 })
        {
            await Keep(market, searches);
            await market.Analyze();
            rates.Add((searches, await Match(market, fresh, searches)));
        }

        var longer = rates[0].Rate / rates[^1].Rate;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"matching: a hundred times as many searches take {longer:0.0} times as long"));
        return rates[^1].Rate >= Goal && longer < 20;
    }

    private static async Task<double> Match(BenchMarket market, int fresh, int searches)
    {
        var matcher = market.Service<Matcher>();
        await matcher.CatchUp(CancellationToken.None);
        // The newest adverts, as if they had come just now; a handful first, with which the searches are read.
        var events = await market.Count("select max(seq_id) from listings.mt_events");
        var first = await market.Count($"select min(seq_id) from (select seq_id from listings.mt_events where type = 'published' order by seq_id desc limit {fresh}) newest");
        await market.Scalar<object>("with gone as (delete from listings.finds returning 1) select count(*) from gone");
        await Pretend(market, events - 1);
        await matcher.CatchUp(CancellationToken.None);
        await Pretend(market, first - 1);
        var sampler = new Sampler(market.Connection);
        var cpu = Cpu.Of(market);
        var clock = Stopwatch.StartNew();
        var held = await matcher.CatchUp(CancellationToken.None);
        var seconds = clock.Elapsed.TotalSeconds;
        var (ours, theirs) = cpu.Since();
        await sampler.DisposeAsync();
        var finds = await market.Count("select coalesce(sum(length(searches) / 4), 0) from listings.finds");
        var size = await market.Count("select pg_total_relation_size('listings.watches')");
        var (room, memory) = (await market.Count("select pg_total_relation_size('listings.finds')"), GC.GetTotalMemory(true));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"matching: {held} adverts against {searches} searches in {seconds:0.0} s: {held / seconds:0} a second (goal {Goal:0}); {(double)finds / held:0.0} finds an advert; ms an advert: program {ours / held:0.000}, PostgreSQL {theirs / held:0.000}; the searches take {size >> 20} MB, what they found {room >> 20} MB; memory {memory >> 20} MB"));
        foreach (var line in sampler.Busiest(3)) Console.WriteLine("  " + line);
        await News(market, first);
        return held / seconds;
    }

    private static async Task Pretend(BenchMarket market, long reached) =>
        await market.Scalar<object>($"update listings.matching set reached = {reached} where id = 1 returning 1");

    /// <summary>What a thousand of the searches found, as a slice of a day's digests asks for it.</summary>
    private static async Task News(BenchMarket market, long first)
    {
        var ids = new List<Guid>();
        await using (var command = market.Service<NpgsqlDataSource>().CreateCommand("select id from listings.watches order by id limit 1000"))
        await using (var row = await command.ExecuteReaderAsync())
            while (await row.ReadAsync()) ids.Add(row.GetGuid(0));
        var (searches, clock) = (market.Service<ISearches>(), Stopwatch.StartNew());
        var news = await searches.News([.. ids.Select(id => new NewsWish(id, first - 1, long.MaxValue, 12))], CancellationToken.None);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  news of {ids.Count} searches: {news.Count} found {news.Sum(n => n.Total)} adverts, told in {clock.Elapsed.TotalMilliseconds:0} ms"));
    }

    /// <summary>Until so many are kept.</summary>
    private static async Task Keep(BenchMarket market, int count)
    {
        var (catalog, searches, store) = (market.Service<ICatalog>().Current, market.Service<ISearches>(), market.Service<IListingsStore>());
        var (made, clock) = (new KeptByChance(catalog, 1), Stopwatch.StartNew());
        for (var known = await market.Count("select count(*) from listings.watches"); known < count; known = await market.Count("select count(*) from listings.watches"))
        {
            foreach (var some in Enumerable.Range(0, (int)Math.Min(count - known, 10_000)).Select(_ => searches.Read(made.Query())).OfType<KeptSearch>().DistinctBy(s => s.Id).Chunk(500))
            {
                await using var session = store.LightweightSession();
                foreach (var search in some) KeepSearchHandler.Handle(new KeepSearch(search, search.Id, DateTimeOffset.UtcNow), session);
                await session.SaveChangesAsync();
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"matching: {count} searches kept, the last of them in {clock.Elapsed.TotalSeconds:0.0} s"));
    }
}
