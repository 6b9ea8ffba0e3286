using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Souq.Kernel;
using Souq.Mail.Letters;
using Souq.Mail.Posting;
using Souq.TestSupport;

namespace Souq.Integration.Mail;

/// <summary>What happens between us and the mail server, and what we learn from it.</summary>
public sealed class WireTests : IClassFixture<PostOfficeFixture>, IAsyncDisposable
{
    private static readonly Letter Note = new("News", "<p>x</p>", "x");
    private readonly PostOfficeFixture fixture;
    private readonly Node node;
    private readonly string run = Guid.NewGuid().ToString("n");

    public WireTests(PostOfficeFixture fixture)
    {
        this.fixture = fixture;
        (fixture.Sink.Mood, fixture.Sink.ToRecipient, fixture.Sink.LettersAConnection) = (SmtpMood.Willing, null, int.MaxValue);
        node = fixture.Start(("Smtp:Timeout", "1"));
    }

    [Theory]
    [InlineData(SmtpMood.Hangs, "postponed")]
    [InlineData(SmtpMood.BusyAfterData, "postponed")]
    [InlineData(SmtpMood.DislikesData, "refused")]
    [InlineData(SmtpMood.HangsUpAfterData, "unclear")]
    public async Task Whatever_the_server_does_the_ledger_says_how_it_ended(SmtpMood mood, string state)
    {
        fixture.Sink.Mood = mood;
        await node.Post.DeliverAll([To(Address)], Cancel);
        (await fixture.Row(Key)).State.ShouldBe(state);
    }

    [Fact]
    public async Task A_line_cut_in_the_middle_of_a_letter_is_never_taken_for_sent()
    {
        fixture.Sink.Mood = SmtpMood.ResetsInData;
        (await node.Post.DeliverAll([To(Address)], Cancel))[0].ShouldBeOneOf(Delivery.Unknown, Delivery.Postponed);
        (await fixture.Row(Key)).State.ShouldBeOneOf("unclear", "postponed");
        Arrived().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_closes_after_some_letters_loses_none()
    {
        fixture.Sink.LettersAConnection = 3;
        (await node.Post.DeliverAll([.. Enumerable.Range(0, 20).Select(i => To(Address, i))], Cancel)).ShouldAllBe(d => d == Delivery.Sent);
        Arrived().Count.ShouldBe(20);
    }

    [Fact]
    public async Task Connections_are_given_up_before_a_server_does_so()
    {
        await using var other = fixture.Start(("Smtp:LettersPerConnection", "5"), ("Smtp:Connections", "1"));
        var before = fixture.Sink.Connections;
        await other.Post.DeliverAll([.. Enumerable.Range(0, 20).Select(i => To(Address, i))], Cancel);
        (fixture.Sink.Connections - before).ShouldBe(4);
    }

    [Theory]
    [InlineData("550 5.1.1 No such user")]
    [InlineData("550 Unknown")]
    public async Task An_address_that_refused_for_good_gets_nothing_more_but_what_its_owner_asks_for(string answer)
    {
        fixture.Sink.ToRecipient = answer;
        (await node.Post.DeliverAll([To(Address)], Cancel)).ShouldBe([Delivery.Refused]);
        fixture.Sink.ToRecipient = null;

        (await node.Post.DeliverAll([To(Address, 1)], Cancel)).ShouldBe([Delivery.Stopped]);
        (await node.Post.DeliverAll([To(Address, 2) with { Promise = Promise.Assured }], Cancel)).ShouldBe([Delivery.Sent]);
        (await Stopped.Why(Address.ToUpperInvariant(), Cancel)).ShouldBe(StopReason.Refused);

        (await Stopped.LetGo(Address, Cancel)).ShouldBeTrue();
        (await node.Post.DeliverAll([To(Address, 1)], Cancel)).ShouldBe([Delivery.Sent]);
        (await Stopped.LetGo(Address, Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_server_that_dislikes_us_today_stops_no_address()
    {
        fixture.Sink.ToRecipient = "550 5.7.1 Blocked by policy";
        (await node.Post.DeliverAll([To(Address)], Cancel)).ShouldBe([Delivery.Refused]);
        (await Stopped.Why(Address, Cancel)).ShouldBeNull();
        fixture.Sink.ToRecipient = null;
        (await node.Post.DeliverAll([To(Address, 1)], Cancel)).ShouldBe([Delivery.Sent]);
    }

    [Fact]
    public async Task Stopped_addresses_cannot_be_read()
    {
        fixture.Sink.Mood = SmtpMood.NoSuchMailbox;
        await node.Post.DeliverAll([To($"secret-{Address}")], Cancel);
        await using var command = fixture.Database.CreateCommand("select string_agg(s::text, ' ') from mail.stopped s");
        ((string)(await command.ExecuteScalarAsync(Cancel))!).ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_domain_gets_no_more_letters_than_it_is_allowed_whichever_node_sends_them()
    {
        await using var one = fixture.Start(("Smtp:Rates:slow.test", "240"));
        await using var other = fixture.Start(("Smtp:Rates:slow.test", "240"));
        var watch = Stopwatch.StartNew();
        var answers = await Task.WhenAll(
            one.Post.DeliverAll([.. Enumerable.Range(0, 8).Select(i => To($"{run}@slow.test", i))], Cancel),
            other.Post.DeliverAll([.. Enumerable.Range(8, 8).Select(i => To($"{run}@slow.test", i))], Cancel));

        answers.SelectMany(a => a).ShouldAllBe(d => d == Delivery.Sent);
        // Four a second, and a second's worth may be in hand at the start.
        watch.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(2.5));
    }

    [Fact]
    public async Task A_slow_domain_does_not_hold_up_the_others()
    {
        await using var limited = fixture.Start(("Smtp:Rates:snail.test", "1"), ("Smtp:Connections", "1"));
        var letters = Enumerable.Range(0, 10).Select(i => To($"{run}@{(i < 5 ? "snail.test" : "souq.test")}", i)).ToList();
        var answers = await limited.Post.DeliverAll(letters, Cancel);
        answers.Take(5).Count(d => d == Delivery.Sent).ShouldBe(1);
        answers.Skip(5).ShouldAllBe(d => d == Delivery.Sent);
        (await limited.Post.Known([.. letters.Select(l => l.Key)], Cancel)).Count.ShouldBe(6);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private StoppedAddresses Stopped => node.Services.GetRequiredService<StoppedAddresses>();

    private string Key => $"test:{run}:0";

    private string Address => $"{run}@souq.test";

    private Outgoing To(string address, int number = 0) => new($"test:{run}:{number}", Language.French, address, "", Note);

    private List<SunkMail> Arrived() => [.. fixture.Sink.Mails.Where(m => m.To.Contains(Address))];

    public ValueTask DisposeAsync() => node.DisposeAsync();
}
