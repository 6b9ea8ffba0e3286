using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Souq.Accounts.Contracts;
using Souq.Benchmarks.Import;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Listings.Importing;
using Souq.Moderation;
using Souq.Moderation.Console;
using Souq.Moderation.Deciding;
using Souq.Moderation.Queue;
using Souq.Moderation.Rules;
using Souq.Web.Security;

namespace Souq.Benchmarks.Moderation;

/// <summary>
/// The goals: 50 moderators at once over 100,000 open cases never decide one twice, and wait for the next at most twice as long as over 1,000; a rule is
/// tried on 1,000,000 events within 60 s, and the market answers at least nine tenths of what it did before.
/// </summary>
internal static class ModerationVerb
{
    private const int Moderators = 50, Few = 1_000, Pace = 500, Events = 1_000_000;
    private const double Slower = 2, Seconds = 60, Kept = 0.9;

    private static readonly Guid Admin = new("00000000-0000-0000-0000-0000000000ad");

    public static async Task<int> Run(string[] args)
    {
        var many = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        await using var market = await BenchMarket.Open();
        await ImportVerb.Import(market, MadeAdverts.Rows(3_000), ImportPace.Batch, publish: true, null);

        // The first round is for the runtime to compile what is called often.
        await Open(market, 0, Few);
        await Decide(market, 8);
        await Open(market, Few, 8 * Moderators);
        var few = await Decide(market, 10);
        var opening = await Open(market, 2 * Few, many);
        await using (var analyze = market.Service<NpgsqlDataSource>().CreateCommand("analyze")) await analyze.ExecuteNonQueryAsync();
        var open = await market.Count("select count(*) from moderation.mt_doc_queueitem");
        var over = await Decide(market, 40);
        var twice = await market.Count("select count(*) from (select stream_id from moderation.mt_events where type in ('case_approved', 'case_refused') group by 1 having count(*) > 1) t");
        var ratio = over.P99 / few.P99;
        Say($"moderation: {Moderators} moderators over {open} open cases: {over.Rate:0} decisions a second, {twice} decided twice (goal 0); next case p50 {over.P50:0.0} ms, p99 {over.P99:0.0} ms, {ratio:0.00} of the {few.P99:0.0} ms over {Few} (goal {Slower:0.0})");
        Say($"  cases opened: {opening:0} a second");

        await Grow(market);
        var (took, steps, trial, rate, during) = await Try(market);
        Say($"trial: {trial.Seen} events in {took.TotalSeconds:0.0} s (goal {Seconds * trial.Seen / Events:0}), progress told {steps} times; the market meanwhile {during:0} pages a second, {during / rate:0.00} of {rate:0} (goal {Kept:0.00})");
        Say($"  found {trial.Caught} refused, {trial.Wrong} approved, {trial.Undecided} undecided; missed {trial.Missed}");
        return twice == 0 && ratio <= Slower && took.TotalSeconds <= Seconds * trial.Seen / Events && during / rate >= Kept ? 0 : 1;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <returns>Cases a second.</returns>
    private static async Task<double> Open(BenchMarket market, int from, int count)
    {
        var clock = Stopwatch.StartNew();
        var now = TimeProvider.System.GetUtcNow();
        string[] titles = ["Clio 4 propre", "iPhone 13 128 Go", "شقة للبيع", "Cigarettes en gros", "Canapé trois places"];
        foreach (var batch in Enumerable.Range(from, count).Chunk(Pace))
            await market.Commands.Send(new ListingsSubmitted([.. batch.Select(i => new ListingSubmitted(
                DeterministicGuid.Create(Guid.Empty, $"{i}"), 1, 1_000_000 + i, DeterministicGuid.Create(Admin, $"{i % 500}"), 100, titles[i % titles.Length], 3101,
                new Price(PriceType.Firm, 100_000 + i), "photo", now.AddSeconds(i - 1_000_000), null, "Très bon état, à voir sur place. حالة جيدة جدا."))]));
        return count / clock.Elapsed.TotalSeconds;
    }

    /// <summary>All moderators at once, each taking a case and deciding it.</summary>
    private static async Task<(double Rate, double P50, double P99)> Decide(BenchMarket market, int each)
    {
        var (desk, waits, clock) = (market.Service<CaseDesk>(), new ConcurrentBag<double>(), Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, Moderators).Select(m => Task.Run(async () =>
        {
            var me = DeterministicGuid.Create(Admin, $"moderator {m}");
            for (var i = 0; i < each; i++)
            {
                var begin = clock.Elapsed;
                var next = await desk.TakeNext(QueueFilter.None, null, me, null, default);
                waits.Add((clock.Elapsed - begin).TotalMilliseconds);
                if (next is not { } found) continue;
                var refusals = await market.Commands.Send(i % 4 == 0 ? new RefuseCase(found, 1, me, "forbidden", null) : new ApproveCase(found, 1, me));
                if (refusals.Count > 0) throw new InvalidOperationException(refusals[0].ToString());
            }
        })));
        var took = clock.Elapsed.TotalSeconds;
        double[] sorted = [.. waits.Order()];
        return (sorted.Length / took, sorted[sorted.Length / 2], sorted[sorted.Length * 99 / 100]);
    }

    /// <summary>The same cases again and again under other ids, until there are enough events.</summary>
    private static async Task Grow(BenchMarket market)
    {
        var have = await market.Count("select count(*) from moderation.mt_events where type like 'case\\_%'");
        for (var copy = 1; have * copy < Events; copy++)
        {
            await using var command = market.Service<NpgsqlDataSource>().CreateCommand(string.Create(CultureInfo.InvariantCulture, $"""
                insert into moderation.mt_streams (id, type, version, timestamp, created, tenant_id, is_archived)
                  select md5(id::text || '{copy}')::uuid, type, version, timestamp, created, tenant_id, is_archived from moderation.mt_streams where id in (select id from moderation.mt_doc_casesubject where data ->> 'copy' is null);
                insert into moderation.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, headers, is_archived)
                  select nextval('moderation.mt_events_sequence'), gen_random_uuid(), md5(stream_id::text || '{copy}')::uuid, version, data, type, timestamp, tenant_id, mt_dotnet_type, headers, is_archived
                  from moderation.mt_events where stream_id in (select id from moderation.mt_doc_casesubject where data ->> 'copy' is null) order by seq_id;
                insert into moderation.mt_doc_casesubject (id, data, mt_version, mt_dotnet_type)
                  select md5(id::text || '{copy}')::uuid, data || jsonb_build_object('id', md5(id::text || '{copy}')::uuid, 'copy', true), gen_random_uuid(), mt_dotnet_type from moderation.mt_doc_casesubject where data ->> 'copy' is null;
                """));
            command.CommandTimeout = 600;
            await command.ExecuteNonQueryAsync();
        }

        await using var analyze = market.Service<NpgsqlDataSource>().CreateCommand("analyze");
        await analyze.ExecuteNonQueryAsync();
    }

    private static async Task<(TimeSpan Took, int Steps, Trial Trial, double Rate, double During)> Try(BenchMarket market)
    {
        await using var program = await ServedMarket.Start(market, "Souq.Host.dll", "--Souq:PageMemory=false");
        string[] pages = [.. Enumerable.Range(0, 20_000).Select(i => $"/search?q=clio&min={i}")];
        await Wrk.Run(program.Root, pages, 15);
        var rate = (await Wrk.Run(program.Root, pages, 15)).Rate;

        var id = Guid.CreateVersion7();
        await market.Commands.Send(new StaffChanged(Admin, [Principal.Admin], [], DateTimeOffset.UtcNow));
        await market.Commands.Send(new WriteRule(id, 0, new RuleDraft("Tabac", "Words", "Hold") { Words = "cigarette\nسجائر", Except = "allume cigarette" }, Admin));
        var clock = Stopwatch.StartNew();
        await market.Commands.Send(new TryRule(id, 365, Admin));
        var asking = Wrk.Run(program.Root, pages, 15);
        var steps = new HashSet<long>();
        Trial trial = new();
        await BenchMarket.Until(async () =>
        {
            await using var session = market.Service<IModerationStore>().QuerySession();
            trial = (await session.LoadAsync<Trial>(id))!;
            steps.Add(trial.Seen);
            return trial.EndedAt is not null;
        });
        var took = clock.Elapsed;
        return (took, steps.Count, trial, rate, (await asking).Rate);
    }
}
