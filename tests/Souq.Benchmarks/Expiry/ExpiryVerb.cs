using System.Diagnostics;
using System.Globalization;
using Souq.Benchmarks.Import;
using Souq.Listings.Expiry;
using Souq.Listings.Importing;

namespace Souq.Benchmarks.Expiry;

/// <summary>The goal: 100,000 due adverts leave the market within 60 s, one message a batch, the other modules following.</summary>
internal static class ExpiryVerb
{
    private const double Goal = 60;

    public static async Task<int> Run(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        await using var market = await BenchMarket.Open();
        var past = TimeProvider.System.GetUtcNow().AddDays(-200);
        await ImportVerb.Import(market, MadeAdverts.Rows(count).Select((r, i) => r with { At = past.AddSeconds(i) }), ImportPace.Batch, publish: true, null);
        await market.Settle();
        var bare = await BareAppend.Run(market.Connection, TimeSpan.FromSeconds(5));
        // The one that is due last: to look for any that is left would read all that have left.
        var last = await market.Scalar<Guid>("select id from listings.mt_doc_listing where life = 'Published' order by expires_at desc limit 1");

        var cpu = Cpu.Of(market);
        var clock = Stopwatch.StartNew();
        await market.Commands.Send(new ExpireDueListings());
        await BenchMarket.Until(async () => await market.Count($"select count(*) from listings.mt_doc_listing where id = '{last}' and life = 'Published'") == 0);
        var alone = clock.Elapsed;
        await market.Settle();
        var whole = clock.Elapsed;
        var (ours, theirs) = cpu.Since();

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"expiry: {count} due adverts off the market in {alone.TotalSeconds:0.0} s, {whole.TotalSeconds:0.0} s with all that follows (goal {Goal:0} s for 100,000)"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {count / alone.TotalSeconds:0} a second; bare append on the same cluster {bare:0} transactions a second, ratio {count / alone.TotalSeconds / bare:0.00}; processor, ms an advert: {ours / count:0.000} program, {theirs / count:0.000} PostgreSQL"));
        return alone.TotalSeconds <= Goal * count / 100_000 ? 0 : 1;
    }
}
