using System.Globalization;
using Souq.TestSupport;

namespace Souq.Integration.Digests.Faults;

/// <summary>
/// What happens to digests when things break in the middle of a run. One kill in every run of the tests; build/faults digests makes many (SOUQ_FAULTS), runs
/// the tests that are explicit too, and writes down what it saw (SOUQ_FAULTS_PAGE).
/// </summary>
public sealed class DigestFaultTests(TestCluster cluster)
{
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("SOUQ_FAULTS"), out var kills) ? kills : 1;

    [Fact]
    public async Task Nodes_that_are_killed_send_nobody_two_letters_and_lose_none_but_those_nobody_can_know_of()
    {
        await using var market = new FaultyMarket(cluster, 100 * Kills);
        await market.Prepare();
        var dice = new Random();
        await market.Start();
        await market.Start();
        for (var kill = 0; kill < Kills; kill++)
        {
            await Break(market, dice);
            await market.Start();
        }

        await market.Finish();
        var (arrived, unknown) = (market.Arrived(), await market.Unknown());
        Twice(arrived).ShouldBeEmpty();
        // Who got none is one of those nobody knows of; some of them got it.
        Missing(market, arrived).Except(unknown).ShouldBeEmpty();
        unknown.Count.ShouldBeLessThanOrEqualTo(Kills * FaultyMarket.Connections * 2);
        Note($"{Kills} kills of one of two nodes, {market.Subscribers} subscribers: {arrived.Count} letters arrived, {Twice(arrived).Count} mailboxes with two, {unknown.Count} unknown of which {unknown.Count(arrived.ContainsKey)} had arrived");

        // What nobody knows of is told the next day, and nothing else is.
        var before = market.Sink.Mails.Count;
        await market.NextDay();
        await market.Finish();
        var next = market.Arrived(before);
        next.Keys.ShouldBe(unknown, ignoreOrder: true);
        Twice(next).ShouldBeEmpty();
        Note($"the next day: {next.Count} letters, to those that were unknown");
    }

    [Fact(Explicit = true)]
    public async Task A_database_that_is_killed_in_the_middle_and_comes_back_doubles_no_letter_and_loses_none_but_those_nobody_can_know_of()
    {
        var crashes = Math.Min(Kills, 5);
        await using var server = TestCluster.Own();
        await using var market = new FaultyMarket(server, 80 * crashes);
        await market.Prepare();
        await market.Start();
        await market.Start();
        var dice = new Random();
        for (var crash = 0; crash < crashes; crash++)
        {
            await Leaving(market, dice);
            await server.KillAsync();
            using (var away = new PeriodicTimer(TimeSpan.FromSeconds(1))) await away.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            await server.ReviveAsync();
            Npgsql.NpgsqlConnection.ClearAllPools();
        }

        await market.Finish();
        var (arrived, unknown) = (market.Arrived(), await market.Unknown());
        Twice(arrived).ShouldBeEmpty();
        Missing(market, arrived).Except(unknown).ShouldBeEmpty();
        unknown.Count.ShouldBeLessThanOrEqualTo(crashes * FaultyMarket.Connections * 2);
        market.Nodes.ShouldAllBe(n => !n.Process.HasExited);
        Note($"PostgreSQL killed and restarted {crashes} times under two nodes, {market.Subscribers} subscribers: {arrived.Count} letters arrived, none twice, {unknown.Count} unknown; both nodes live");
    }

    [Fact(Explicit = true)]
    public async Task Without_the_rows_that_say_what_was_sent_the_same_test_finds_letters_twice()
    {
        await using var market = new FaultyMarket(cluster, 120);
        await market.Prepare();
        await market.Start();
        await Break(market, new Random(1), enough: 20);
        await market.Run("delete from digests.issued");
        await market.Run("delete from digests.told");
        await market.Run("delete from mail.letters");
        market.ForgetPosted();
        await market.Finish();
        Twice(market.Arrived()).ShouldNotBeEmpty();
        Note($"control, keys removed after a kill: {Twice(market.Arrived()).Count} of {market.Subscribers} mailboxes with two letters");
    }

    [Theory(Explicit = true)]
    [InlineData(SmtpMood.HangsUpAfterData)]
    [InlineData(SmtpMood.ResetsInData)]
    [InlineData(SmtpMood.Hangs)]
    [InlineData(SmtpMood.Busy)]
    [InlineData(SmtpMood.NoSuchMailbox)]
    public async Task A_mail_server_that_turns_bad_in_the_middle_gets_no_letter_twice(SmtpMood mood)
    {
        await using var market = new FaultyMarket(cluster, 80);
        await market.Prepare();
        await market.Start();
        market.Tick();
        await Waiting.Until(() => Task.FromResult(market.Sink.Mails.Count > 15));
        market.Sink.Mood = mood;
        using (var pace = new PeriodicTimer(TimeSpan.FromSeconds(5))) await pace.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        await market.Finish();
        var arrived = market.Arrived();
        Twice(arrived).ShouldBeEmpty();
        var unknown = await market.Unknown();
        var refused = await market.Count("select count(*) from digests.issued where state = 'refused'");
        Missing(market, arrived).Except(unknown).Count().ShouldBe((int)refused);
        if (mood == SmtpMood.NoSuchMailbox) refused.ShouldBeGreaterThan(0);
        else refused.ShouldBe(0);
        Note($"mail server {mood}: {arrived.Count} of {market.Subscribers} arrived, none twice; {unknown.Count} unknown, {refused} refused");
    }

    [Fact(Explicit = true)]
    public async Task After_a_backup_is_restored_nothing_is_sent_again()
    {
        await using var market = new FaultyMarket(cluster, 60);
        await market.Prepare();
        var backup = await market.Backup();
        await market.Start();
        market.Tick();
        await market.Finish();
        market.Arrived().Count.ShouldBe(market.Subscribers);
        await market.Kill(market.Nodes[0]);

        market.Restore(backup);
        await market.Start();
        market.Tick();
        await market.Finish();
        Twice(market.Arrived()).ShouldBeEmpty();
        Note($"restored backup of before the run: {market.Sink.Mails.Count} letters in both runs to {market.Subscribers} subscribers");
    }

    [Fact(Explicit = true)]
    public async Task A_node_whose_clock_is_two_hours_off_sends_nobody_two_letters()
    {
        File.Exists("/usr/bin/faketime").ShouldBeTrue("This needs faketime: apt-get install faketime");
        await using var market = new FaultyMarket(cluster, 300);
        await market.Prepare();
        await market.Start();
        await market.Start("/usr/bin/faketime", "-f", "+2h");
        for (var i = 0; i < 4; i++) market.Tick();
        await market.Finish();
        Twice(market.Arrived()).ShouldBeEmpty();
        market.Arrived().Count.ShouldBe(market.Subscribers);
        Note($"one of two clocks two hours off: {market.Arrived().Count} of {market.Subscribers} arrived, none twice");
    }

    /// <summary>Ticks, and kills a node at some moment after letters have begun to leave.</summary>
    private static async Task Break(FaultyMarket market, Random dice, int enough = 1)
    {
        await Leaving(market, dice, enough);
        await market.Kill(market.Nodes[dice.Next(market.Nodes.Count)]);
    }

    /// <summary>Ticks, and waits for some moment after letters have begun to leave.</summary>
    private static async Task Leaving(FaultyMarket market, Random dice, int enough = 1)
    {
        var seen = market.Sink.Mails.Count + enough;
        market.Tick();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        // At the end of a run there may be nobody left to write to.
        while (market.Sink.Mails.Count < seen && !patience.IsCancellationRequested)
        {
            using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
            await pace.WaitForNextTickAsync(CancellationToken.None);
        }

        using var moment = new PeriodicTimer(TimeSpan.FromMilliseconds(1 + dice.Next(400)));
        await moment.WaitForNextTickAsync(CancellationToken.None);
    }

    private static List<string> Twice(Dictionary<string, List<MimeKit.MimeMessage>> arrived) => [.. arrived.Where(a => a.Value.Count > 1).Select(a => a.Key)];

    private static IEnumerable<string> Missing(FaultyMarket market, Dictionary<string, List<MimeKit.MimeMessage>> arrived) =>
        Enumerable.Range(0, market.Subscribers).Select(i => string.Create(CultureInfo.InvariantCulture, $"fault{i}@reader.test")).Where(a => !arrived.ContainsKey(a));

    private static void Note(string line)
    {
        TestContext.Current.SendDiagnosticMessage(line);
        if (Environment.GetEnvironmentVariable("SOUQ_FAULTS_PAGE") is { Length: > 0 } page) File.AppendAllText(page, $"- {line}\n");
    }
}
