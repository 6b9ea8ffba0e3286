using Souq.Digests.Subscribing;
using Souq.TestSupport;

namespace Souq.Integration.Digests;

[Collection(DigestsCollection.Name)]
public sealed class ManagingTests : IAsyncLifetime
{
    private readonly DigestsMarket market;
    private DigestSubscription alert = null!;
    private readonly string amina = $"amina-{Guid.NewGuid():n}@souq.test";

    public ManagingTests(DigestsMarket market)
    {
        this.market = market;
        market.Sink.Mood = SmtpMood.Willing;
        market.Clock.Advance(TimeSpan.FromHours(2));
    }

    public async ValueTask InitializeAsync()
    {
        await market.Subscribe(amina);
        await market.Publish("Clio 4");
        market.GoTo(days: 1, hour: 8);
        await market.Tick();
        alert = (await market.Subscriptions(amina)).Single();
    }

    [Fact]
    public async Task A_mail_program_unsubscribes_with_one_click_and_no_cookies()
    {
        var letter = market.MailTo(amina)[^1];
        letter.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        var address = new Uri(letter.Headers["List-Unsubscribe"]!.Trim('<', '>'));
        address.Scheme.ShouldBe("https");

        await market.Post(address.AbsolutePath, new() { ["List-Unsubscribe"] = "One-Click" });

        (await market.Load(alert.Id)).Status.ShouldBe(SubscriptionStatus.Stopped);
    }

    [Fact]
    public async Task With_the_last_alert_the_address_is_forgotten()
    {
        await market.Post(market.LinkIn(amina, "alerts/unsubscribe"), []);
        (await market.Knows(amina)).ShouldBeFalse();
    }

    [Fact]
    public async Task Looking_at_the_page_stops_nothing()
    {
        var page = await market.Get(market.LinkIn(amina, "alerts/unsubscribe"));
        page.ShouldContain("method=\"post\"");
        (await market.Load(alert.Id)).Status.ShouldBe(SubscriptionStatus.Active);
    }

    [Fact]
    public async Task Unsubscribing_twice_is_answered_alike()
    {
        var link = market.LinkIn(amina, "alerts/unsubscribe");
        await market.Post(link, []);
        await market.Post(link, []);
        (await market.Get(link)).ShouldNotContain("method=\"post\"");
    }

    [Fact]
    public async Task The_list_of_alerts_changes_how_often_they_come()
    {
        var page = await market.Get(market.LinkIn(amina, "alerts/manage"));
        await market.Post(DigestsMarketSteps.ActionIn(page, "alerts/frequency"), new() { ["frequency"] = "Weekly" });
        (await market.Load(alert.Id)).Frequency.ShouldBe(Frequency.Weekly);
    }

    [Fact]
    public async Task Who_wants_to_be_forgotten_is_forgotten_at_once()
    {
        await market.Subscribe(amina, section: "phones");
        var page = await market.Get(market.LinkIn(amina, "alerts/manage"));
        await market.Post(DigestsMarketSteps.ActionIn(page, "alerts/forget"), []);

        (await market.Load(alert.Id)).Status.ShouldBe(SubscriptionStatus.Stopped);
        (await market.Knows(amina)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_link_that_is_not_ours_opens_nothing()
    {
        await market.Host.Scenario(_ =>
        {
            _.Post.FormData(new Dictionary<string, string> { ["List-Unsubscribe"] = "One-Click" }).ToUrl("/alerts/unsubscribe/abc");
            _.StatusCodeShouldBe(404);
        });
    }
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
