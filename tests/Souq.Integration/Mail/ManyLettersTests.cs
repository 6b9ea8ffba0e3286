using Souq.Kernel;
using Souq.Mail.Letters;
using Souq.Mail.Posting;
using Souq.TestSupport;

namespace Souq.Integration.Mail;

public sealed class ManyLettersTests : IClassFixture<PostOfficeFixture>, IAsyncDisposable
{
    private readonly PostOfficeFixture fixture;
    private readonly Node node;
    private readonly string run = $"digest:{Guid.NewGuid():n}";

    public ManyLettersTests(PostOfficeFixture fixture)
    {
        this.fixture = fixture;
        fixture.Sink.Mood = SmtpMood.Willing;
        node = fixture.Start(("Smtp:Connections", "4"));
    }

    [Fact]
    public async Task Many_letters_go_over_as_few_connections_as_are_allowed()
    {
        var before = fixture.Sink.Connections;
        (await node.Post.DeliverAll(Letters(60), Cancel)).ShouldAllBe(d => d == Delivery.Sent);

        Arrived().Order().ShouldBe(Enumerable.Range(0, 60).Select(Address).Order());
        (fixture.Sink.Connections - before).ShouldBeLessThanOrEqualTo(4);
        (await States()).ShouldBe([("accepted", 60)]);
    }

    [Fact]
    public async Task Two_nodes_with_the_same_letters_post_each_once()
    {
        await using var other = fixture.Start();
        var answers = await Task.WhenAll(new[] { node, other, node }.Select(n => Task.Run(() => n.Post.DeliverAll(Letters(40), Cancel))));

        for (var i = 0; i < 40; i++)
            answers.Count(a => a[i] == Delivery.Sent).ShouldBe(1);
        answers.SelectMany(a => a).ShouldAllBe(d => d == Delivery.Sent || d == Delivery.AlreadySent || d == Delivery.UnderWay);
        Arrived().Order().ShouldBe(Enumerable.Range(0, 40).Select(Address).Order());
    }

    [Fact]
    public async Task A_letter_that_cannot_be_written_stops_none_of_the_others()
    {
        var letters = Letters(5);
        letters[2] = letters[2] with { Write = _ => throw new InvalidOperationException("A broken template") };
        (await node.Post.DeliverAll(letters, Cancel)).ShouldBe([Delivery.Sent, Delivery.Sent, Delivery.Postponed, Delivery.Sent, Delivery.Sent]);
        Arrived().Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_server_that_is_away_is_asked_a_few_times_and_the_rest_is_not_claimed()
    {
        fixture.Sink.Mood = SmtpMood.HangsUpAtGreeting;
        (await node.Post.DeliverAll(Letters(50), Cancel)).ShouldAllBe(d => d == Delivery.Postponed);
        (await States()).ShouldHaveSingleItem().State.ShouldBe("postponed");
        (await States())[0].Count.ShouldBeLessThan(10);

        fixture.Sink.Mood = SmtpMood.Willing;
        (await node.Post.DeliverAll(Letters(50), Cancel)).ShouldAllBe(d => d == Delivery.Sent);
        Arrived().Count.ShouldBe(50);
    }

    [Fact]
    public async Task Letters_of_a_digest_that_broke_off_are_unknown_and_never_sent_again()
    {
        fixture.Sink.Mood = SmtpMood.HangsUpAfterData;
        (await node.Post.DeliverAll(Letters(3), Cancel)).ShouldAllBe(d => d == Delivery.Unknown);
        fixture.Sink.Mood = SmtpMood.Willing;
        (await node.Post.DeliverAll(Letters(3), Cancel)).ShouldAllBe(d => d == Delivery.Unknown);
        Arrived().Count.ShouldBe(3);
        (await node.Post.Known([.. Letters(4).Select(l => l.Key)], Cancel)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Letters_that_were_put_off_wait_longer_from_try_to_try()
    {
        fixture.Sink.Mood = SmtpMood.Busy;
        (await node.Post.DeliverAll(Letters(2), Cancel)).ShouldAllBe(d => d == Delivery.Postponed);
        fixture.Sink.Mood = SmtpMood.Willing;
        (await node.Post.DeliverAll(Letters(2), Cancel)).ShouldAllBe(d => d == Delivery.Postponed);
        Arrived().ShouldBeEmpty();

        await fixture.Age($"{run}:1", TimeSpan.FromMinutes(2));
        (await node.Post.DeliverAll(Letters(2), Cancel)).ShouldBe([Delivery.Postponed, Delivery.Sent]);
    }

    [Fact]
    public async Task A_claim_of_which_nobody_knows_whether_it_was_written_is_given_back()
    {
        var claim = new Claim($"{run}:0", "1@souq.example", Promise.Once, LetterKind.Digest, await node.Marks.Of(Address(0), Cancel));
        await node.Ledger.Turn(null, claim, patient: true, Cancel);
        await node.Ledger.Release(claim with { MessageId = "another@souq.example" }, Cancel);
        (await fixture.Row(claim.Key)).State.ShouldBe("sending");
        await node.Ledger.Release(claim, Cancel);
        (await node.Post.DeliverAll(Letters(1), Cancel)).ShouldBe([Delivery.Sent]);
    }

    [Fact]
    public async Task Connections_of_the_database_that_are_cut_cost_no_letter_and_repeat_none()
    {
        var sending = Task.Run(() => node.Post.DeliverAll(Letters(300), Cancel), Cancel);
        await Waiting.Until(() => Task.FromResult(Arrived().Count > 20));
        await using (var cut = fixture.Database.CreateCommand(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query like '%mail.letters%'"))
            await cut.ExecuteScalarAsync(Cancel);
        try
        {
            await sending;
        }
        catch (Npgsql.NpgsqlException)
        {
            // The round has ended; whoever called it calls again.
        }

        (await node.Post.DeliverAll(Letters(300), Cancel)).ShouldAllBe(d => d == Delivery.Sent || d == Delivery.AlreadySent);
        Arrived().Count.ShouldBe(300);
        Arrived().ShouldBeUnique();
    }

    [Fact]
    public async Task What_is_already_settled_is_not_written_again()
    {
        await node.Post.DeliverAll(Letters(3), Cancel);
        (await node.Post.DeliverAll(Letters(3), Cancel)).ShouldAllBe(d => d == Delivery.AlreadySent);
        Arrived().Count.ShouldBe(3);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private List<Outgoing> Letters(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new Outgoing($"{run}:{i}", Language.Arabic, Address(i), "", new Letter("جديد السوق", "<p>x</p>", "x")))];

    private string Address(int number) => $"{run[7..]}-{number}@souq.test";

    private List<string> Arrived() => [.. fixture.Sink.Mails.SelectMany(m => m.To).Where(to => to.StartsWith(run[7..], StringComparison.Ordinal))];

    private async Task<List<(string State, long Count)>> States()
    {
        await using var command = fixture.Database.CreateCommand("select state, count(*) from mail.letters where key like $1 and kind = 'digest' group by 1");
        command.Parameters.Add(new() { Value = run + ":%" });
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        List<(string, long)> states = [];
        while (await reader.ReadAsync(Cancel)) states.Add((reader.GetString(0), reader.GetInt64(1)));
        return states;
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();
}
