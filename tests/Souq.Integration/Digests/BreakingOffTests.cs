using Souq.Digests.Contracts;
using Souq.Digests.Sending;
using Souq.Digests.Subscribing;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Mail.Posting;
using Souq.TestSupport;
using Wolverine.Tracking;

namespace Souq.Integration.Digests;

/// <summary>Mail servers that are away, nodes that die, and many of them at once.</summary>
[Collection(DigestsCollection.Name)]
public sealed class BreakingOffTests
{
    private readonly DigestsMarket market;
    private readonly string amina = $"amina-{Guid.NewGuid():n}@souq.test";

    public BreakingOffTests(DigestsMarket market)
    {
        this.market = market;
        market.Sink.Mood = SmtpMood.Willing;
        market.Clock.Advance(TimeSpan.FromHours(2));
    }

    [Fact]
    public async Task While_the_mail_server_is_away_digests_wait_and_lose_nothing()
    {
        await market.Subscribe(amina);
        await market.Publish("Clio noire");
        market.Sink.Mood = SmtpMood.Busy;
        await TickNextMorning();
        Digests(amina).ShouldBeEmpty();
        market.Sink.Mood = SmtpMood.Willing;
        market.Clock.Advance(TimeSpan.FromHours(1));
        // The post goes by the clock of the database, for which no hour has passed.
        await market.Count("with waiting as (update mail.letters set not_before = null where not_before is not null returning 1) select count(*) from waiting");
        await market.Tick();

        Digests(amina).ShouldHaveSingleItem().TextBody.ShouldNotBeNull().ShouldContain("Clio");
        await TickNextMorning();
        Digests(amina).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_digest_that_broke_off_is_not_sent_again_and_its_adverts_come_in_the_next()
    {
        await market.Subscribe(amina);
        await market.Publish("Clio noire");
        market.Sink.Mood = SmtpMood.HangsUpAfterData;
        await TickNextMorning();
        market.Sink.Mood = SmtpMood.Willing;
        market.Clock.Advance(TimeSpan.FromHours(1));
        await market.Tick();
        // Nobody knows whether it arrived; here it did.
        Digests(amina).Count.ShouldBe(1);
        (await Issues(amina, "unknown")).ShouldBe(1);
        await TickNextMorning();
        Digests(amina).Count.ShouldBe(2);
        Digests(amina)[^1].TextBody!.ShouldContain("Clio");
        await TickNextMorning();
        Digests(amina).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_dies_before_a_letter_leaves_has_sent_nothing_and_it_is_sent_later()
    {
        await market.Subscribe(amina);
        await market.Publish("Clio noire");
        market.GoTo(days: 1, hour: 8);
        await Take();
        await market.Tick();
        Digests(amina).ShouldBeEmpty();
        market.Clock.Advance(SendDueDigestsHandler.BrokenAfter + TimeSpan.FromMinutes(1));
        await market.Tick();
        Digests(amina).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_dies_after_a_letter_left_has_told_what_it_tells()
    {
        await market.Subscribe(amina);
        await market.Publish("Clio noire");
        market.GoTo(days: 1, hour: 8);
        var (issue, content) = await Take();
        var letter = await market.Service<DigestWriter>().Write(content, issue.Subscriber);
        await market.Service<PostOffice>().Deliver(DigestLedger.Key(issue.Subscriber, issue.Period), Language.Arabic, amina, "", letter, TestContext.Current.CancellationToken);
        market.Clock.Advance(SendDueDigestsHandler.BrokenAfter + TimeSpan.FromMinutes(1));
        await market.Tick();
        (await Issues(amina, "sent")).ShouldBe(1);
        await TickNextMorning();
        Digests(amina).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_ticks_at_once_send_one_letter()
    {
        await market.Subscribe(amina);
        await market.Publish("Clio noire");
        market.GoTo(days: 1, hour: 8);
        var tick = new SendDueDigests(market.Clock.GetUtcNow());
        await market.Host.ExecuteAndWaitAsync(context => Task.WhenAll(context.PublishAsync(tick).AsTask(), context.PublishAsync(tick).AsTask()), DigestsMarket.Patience);
        Digests(amina).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Many_slices_at_once_as_of_many_nodes_write_to_everybody_once()
    {
        for (var i = 0; i < 7; i++) await market.Subscribe($"{i}-{amina}");
        await market.Publish("Clio noire");
        market.GoTo(days: 1, hour: 8);
        var slice = new SendDigestSlice(market.Clock.GetUtcNow(), await market.Service<ISearches>().Reached(TestContext.Current.CancellationToken));
        await market.Host.ExecuteAndWaitAsync(context => Task.WhenAll(Enumerable.Range(0, 6).Select(_ => context.PublishAsync(slice).AsTask())), DigestsMarket.Patience);
        Enumerable.Range(0, 7).ShouldAllBe(i => Digests($"{i}-{amina}").Count == 1);
    }

    /// <summary>Takes the subscriber as a node does that dies thereafter, with what the letter tells written down.</summary>
    private async Task<(BrokenIssue Issue, DigestContent Content)> Take()
    {
        var (book, ledger, searches) = (market.Service<DigestBook>(), market.Service<DigestLedger>(), market.Service<ISearches>());
        var (now, cancellation) = (market.Clock.GetUtcNow(), TestContext.Current.CancellationToken);
        var until = await searches.Reached(cancellation);
        var picked = await book.Take(now, until, 1000, cancellation);
        var alert = (await market.Subscriptions(amina)).Single();
        var mine = picked.Single(p => p.Subscriber == alert.SubscriberId);
        var row = (await book.Due([alert.SubscriberId], now, cancellation)).Single();
        var wish = new NewsWish(row.Search, row.Covered, until, DigestChoice.Looked);
        var news = (await searches.News([wish], cancellation)).Single();
        var words = new SavedSearch(alert.Id, alert.SubscriberId, row.Search, "section=cars&wilaya=31", null);
        var content = DigestChoice.Of(new Subscriber(alert.SubscriberId, amina, now), [new DuePart(alert, words, news)], new HashSet<Guid>())!;
        await ledger.Write([(mine.Issue!.Value, content)], cancellation);
        return (new BrokenIssue(mine.Issue.Value, mine.Subscriber, mine.Period, until, content), content);
    }

    private Task<long> Issues(string address, string? state = null) => market.Count(
        $"select count(*) from digests.issued i join digests.mt_doc_subscriber s on s.id = i.subscriber where s.data ->> 'address' = '{address}' and ('{state}' = '' or i.state = '{state}')");

    private IReadOnlyList<MimeKit.MimeMessage> Digests(string address) => [.. market.MailTo(address).Where(m => m.Headers.Contains("List-Unsubscribe"))];

    private Task TickNextMorning()
    {
        market.GoTo(days: 1, hour: 8);
        return market.Tick();
    }
}
