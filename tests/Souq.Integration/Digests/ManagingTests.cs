using Souq.Accounts.Contracts;
using Souq.Accounts.Demo;
using Souq.Digests.Managing;
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
        await market.Publish("After the end");
        await NextMorning();
        market.MailTo(amina).Count.ShouldBe(2);
    }

    [Fact]
    public async Task With_the_last_alert_the_address_is_forgotten_after_a_week_of_second_thoughts()
    {
        await market.Post(market.LinkIn(amina, "alerts/unsubscribe"), []);
        await NextMorning();
        (await market.Knows(amina)).ShouldBeTrue();
        market.GoTo(days: 8, hour: 8);
        await market.Tick();
        (await market.Knows(amina)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_stop_is_undone_by_a_button_and_letters_come_again()
    {
        var link = market.LinkIn(amina, "alerts/unsubscribe");
        await market.Post(link, []);
        var page = await market.Get(link);
        await market.Post(DigestsMarketSteps.ActionIn(page, "alerts/undo"), []);
        (await market.Load(alert.Id)).Status.ShouldBe(SubscriptionStatus.Active);
        await market.Publish("After second thoughts");
        await NextMorning();
        market.MailTo(amina)[^1].TextBody!.ShouldContain("After second thoughts");
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
        (await market.Get(link)).ShouldNotContain("action=\"alerts/unsubscribe");
    }

    [Fact]
    public async Task One_button_stops_all_of_a_mailbox()
    {
        await market.Subscribe(amina, section: "q=kadjar");
        await market.Publish("Kadjar for both");
        await market.Publish("Something else in Oran");
        await NextMorning();
        var letter = market.MailTo(amina)[^1];
        var address = new Uri(letter.Headers["List-Unsubscribe"]!.Trim('<', '>'));
        address.AbsolutePath.ShouldStartWith("/alerts/stop/");
        (await market.Get(address.AbsolutePath)).ShouldContain("method=\"post\"");
        await market.Post(address.AbsolutePath, new() { ["List-Unsubscribe"] = "One-Click" });
        (await market.Subscriptions(amina)).ShouldAllBe(s => s.Status == SubscriptionStatus.Stopped);
    }

    [Fact]
    public async Task The_page_of_an_alert_changes_name_hours_and_how_many()
    {
        using var browser = new TestSupport.Browsing.Browser(market.Host.Server.CreateHandler());
        var page = await browser.Open(market.LinkIn(amina, "alerts/manage"));
        var change = await page.Follow("a[href*='alerts/change/']");
        change = await change.Submit("change", ("title", new string('x', 61)), ("frequency", "Weekly"), ("hour", "21"), ("weekday", "Friday"), ("cap", "6"));
        change.Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        change.Document.QuerySelector("[name=title]")!.GetAttribute("value")!.Length.ShouldBe(61);
        var list = await change.Submit("change", ("title", "Car for Karim"), ("frequency", "Weekly"), ("hour", "21"), ("weekday", "Friday"), ("cap", "6"));
        list.Text().ShouldContain("Car for Karim");
        var changed = await market.Load(alert.Id);
        (changed.Rhythm, changed.Cap).ShouldBe((new Rhythm(Frequency.Weekly, 21, DayOfWeek.Friday), 6));
    }

    [Fact]
    public async Task During_a_pause_nothing_comes_and_afterwards_all_of_it()
    {
        await market.Send(new PauseAlert(alert.Id, 3));
        await market.Publish("During the pause");
        await NextMorning();
        await NextMorning();
        market.MailTo(amina).Count.ShouldBe(2);
        await NextMorning();
        await NextMorning();
        market.MailTo(amina).Count.ShouldBe(3);
        market.MailTo(amina)[^1].TextBody!.ShouldContain("During the pause");
    }

    [Fact]
    public async Task What_was_sent_can_be_seen_as_it_was()
    {
        var sold = await market.Publish("As it was");
        await NextMorning();
        await market.Sell(sold);
        using var browser = new TestSupport.Browsing.Browser(market.Host.Server.CreateHandler());
        var list = await browser.Open(market.LinkIn(amina, "alerts/manage"));
        list.Document.QuerySelectorAll(".letter-list a").Length.ShouldBe(2);
        var letter = await list.Follow(".letter-list a");
        letter.Text().ShouldContain("As it was");
        letter.Text().ShouldNotContain("Clio 4");

        await market.Send(new ForgetSubscriber(alert.SubscriberId));
        (await browser.Open(letter.Address.AbsolutePath)).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await market.Count($"select count(*) from digests.told where subscriber = '{alert.SubscriberId}'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_seller_whom_somebody_does_not_want_to_see_is_left_out()
    {
        using var browser = new TestSupport.Browsing.Browser(market.Host.Server.CreateHandler());
        var letter = await (await browser.Open(market.LinkIn(amina, "alerts/manage"))).Follow(".letter-list a");
        await letter.Send(letter.Document.QuerySelector("form[action*='alerts/hide/']") as AngleSharp.Html.Dom.IHtmlFormElement ?? throw new InvalidOperationException(),
            [("seller", $"{DemoPeople.IdOf(DemoPeople.Merchant)}")]);
        await market.Publish("Of the merchant");
        await market.Publish("Of the seller", seller: DemoPeople.Seller);
        await NextMorning();
        var text = market.MailTo(amina)[^1].TextBody!;
        text.ShouldContain("Of the seller");
        text.ShouldNotContain("Of the merchant");
    }

    [Fact]
    public async Task The_preview_shows_what_would_be_sent_now_and_sends_nothing()
    {
        using var browser = new TestSupport.Browsing.Browser(market.Host.Server.CreateHandler());
        var list = await browser.Open(market.LinkIn(amina, "alerts/manage"));
        await market.Publish("Not sent yet");
        (await list.Follow("a[href*='alerts/preview/']")).Text().ShouldContain("Not sent yet");
        market.MailTo(amina).Count.ShouldBe(2);
        await NextMorning();
        market.MailTo(amina)[^1].TextBody!.ShouldContain("Not sent yet");
        (await list.Follow("a[href*='alerts/preview/']")).Document.QuerySelector(".notice").ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_wants_to_be_forgotten_is_forgotten_at_once()
    {
        await market.Subscribe(amina, section: "phones");
        var page = await market.Get(market.LinkIn(amina, "alerts/manage"));
        await market.Post(DigestsMarketSteps.ActionIn(page, "alerts/forget"), []);

        (await market.Load(alert.Id)).Status.ShouldBe(SubscriptionStatus.Stopped);
        (await market.Knows(amina)).ShouldBeFalse();
        (await market.Count($"select count(*) from digests.due where subscriber = '{alert.SubscriberId}'")).ShouldBe(0);
        (await market.Count($"select count(*) from listings.keepers where keeper = '{alert.Id}'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_person_who_is_erased_takes_his_alerts_with_him()
    {
        await using (var session = market.Service<Souq.Digests.IDigestsStore>().LightweightSession())
        {
            session.Store((await Subscriber.Find(session, amina, TestContext.Current.CancellationToken))! with { PersonId = alert.Id });
            await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await market.Send(new PersonErased(alert.Id, market.Clock.GetUtcNow()));
        (await market.Knows(amina)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("/alerts/unsubscribe/abc")]
    [InlineData("/alerts/stop/abc")]
    [InlineData("/alerts/undo/abc")]
    [InlineData("/alerts/resume/abc")]
    [InlineData("/alerts/hide/abc")]
    [InlineData("/alerts/forget/abc")]
    public async Task A_link_that_is_not_ours_opens_nothing(string address)
    {
        await market.Host.Scenario(_ =>
        {
            _.Post.FormData(new Dictionary<string, string> { ["List-Unsubscribe"] = "One-Click" }).ToUrl(address);
            _.StatusCodeShouldBe(404);
        });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task NextMorning()
    {
        market.GoTo(days: 1, hour: 8);
        return market.Tick();
    }
}
