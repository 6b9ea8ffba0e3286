using Souq.Accounts.Demo;
using Souq.Digests.Managing;
using Souq.Digests.Subscribing;
using Souq.Mail.Posting;
using Souq.TestSupport;
using Wolverine.Tracking;

namespace Souq.Integration.Digests;

[Collection(DigestsCollection.Name)]
public sealed class SubscribingTests
{
    private readonly DigestsMarket market;
    private readonly string amina = $"amina-{Guid.NewGuid():n}@souq.test";

    public SubscribingTests(DigestsMarket market)
    {
        this.market = market;
        market.Sink.Mood = SmtpMood.Willing;
        market.Clock.Advance(TimeSpan.FromHours(2));
    }

    [Fact]
    public async Task An_alert_counts_once_the_mailboxs_owner_has_pressed_the_button()
    {
        await market.Ask(amina);
        var link = market.LinkIn(amina, "alerts/confirm");

        (await market.Get(link)).ShouldContain("<form");
        (await market.Subscriptions(amina)).Single().Status.ShouldBe(SubscriptionStatus.Pending);

        await market.Confirm(link);
        (await market.Subscriptions(amina)).Single().Status.ShouldBe(SubscriptionStatus.Active);
    }

    [Fact]
    public async Task Who_confirms_is_written_to_again_though_letters_had_come_back()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var stopped = market.Service<StoppedAddresses>();
        await stopped.Stop(await market.Service<AddressMarks>().Of(amina, cancellation), Souq.Mail.Posting.StopReason.Bounced, "5.1.1", "test", cancellation);
        // The letter that asks goes there all the same: how else could the mailbox show that it lives?
        await market.Ask(amina);
        (await stopped.Why(amina, cancellation)).ShouldNotBeNull();
        await market.Confirm(market.LinkIn(amina, "alerts/confirm"));
        (await stopped.Why(amina, cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task The_letter_speaks_the_language_of_the_page()
    {
        await market.Ask(amina, "/fr");
        var letter = market.MailTo(amina).ShouldHaveSingleItem();
        letter.Body!.Headers["Content-Language"].ShouldBe("fr");
        letter.Subject.ShouldBe("Confirmez votre alerte");
        letter.HtmlBody.ShouldNotBeNull().ShouldContain("https://souq.example/fr/alerts/confirm/");
    }

    [Fact]
    public async Task The_answer_does_not_tell_whether_an_address_is_known()
    {
        await market.Subscribe(amina);
        var known = await market.Ask(amina);
        var unknown = await market.Ask("other-" + amina);

        known.ShouldBe(unknown);
        market.MailTo(amina)[^1].TextBody!.ShouldContain("/alerts/manage/");
    }

    [Fact]
    public async Task A_button_pressed_twice_at_once_makes_one_request()
    {
        var answers = await market.AskAtOnce(amina, times: 4);
        answers.ShouldAllBe(a => a.EndsWith("alerts/sent"));
        (await market.Subscriptions(amina)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_mailbox_is_not_flooded_and_nobody_is_told_so()
    {
        for (var i = 0; i < RequestLimits.LettersPerMailboxAndDay + 3; i++)
        {
            await market.Ask(amina);
            market.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        market.MailTo(amina).Count.ShouldBe(RequestLimits.LettersPerMailboxAndDay);

        market.Clock.Advance(TimeSpan.FromHours(25));
        await market.Ask(amina);
        market.MailTo(amina).Count.ShouldBe(RequestLimits.LettersPerMailboxAndDay + 1);
    }

    [Fact]
    public async Task A_network_that_asks_for_too_much_is_told_to_wait()
    {
        for (var i = 0; i < RequestLimits.RequestsPerNetworkAndHour; i++)
            await market.Ask($"{i}-{amina}");
        using var browser = new TestSupport.Browsing.Browser(market.Host.Server.CreateHandler());
        var page = await (await browser.Open("/fr/alerts/new?section=cars")).Submit("alert", ("address", "more-" + amina));
        page.Status.ShouldBe(System.Net.HttpStatusCode.TooManyRequests);
        page.Headers.RetryAfter!.ToString().ShouldBe("3600");
        page.Text("[role=alert]").ShouldContain("Trop d’alertes");
        page.Field("address").ShouldBe("more-" + amina);
        market.MailTo("more-" + amina).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_form_comes_back_as_it_was_typed()
    {
        var page = await market.Post("/alerts/new", new() { ["_handler"] = "alert", ["address"] = "amina", ["section"] = "cars", ["wilaya"] = "31", ["frequency"] = "Weekly" });
        page.ShouldContain("value=\"amina\"");
        page.ShouldContain("aria-invalid");
        page.ShouldContain("value=\"cars\" selected");
    }

    [Fact]
    public async Task Without_scripts_the_communes_of_a_wilaya_are_asked_for_by_a_button()
    {
        var page = await market.Post("/alerts/new", new() { ["_handler"] = "alert", ["address"] = amina, ["wilaya"] = "31", ["pick"] = "communes" });
        page.ShouldContain("value=\"3101\"");
        page.ShouldContain(amina);
        market.MailTo(amina).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_commune_of_another_wilaya_is_refused()
    {
        (await market.Ask(amina, wilaya: "16", commune: "3101")).ShouldBe("");
        (await market.Ask(amina, wilaya: "31", commune: "3101")).ShouldEndWith("alerts/sent");
    }

    [Fact]
    public async Task Who_is_signed_in_keeps_a_search_with_one_button_and_no_letter_first()
    {
        using var buyer = await market.SignedInAs(DemoPeople.Buyer);
        var results = await buyer.Open("/fr/search?q=zoe+propre&max=2000000");
        results.Document.QuerySelector(".alert-box [name=address]").ShouldBeNull();
        TestSupport.Browsing.Page list = null!;
        await market.Host.ExecuteAndWaitAsync(async () => list = await results.Submit("alert"), DigestsMarket.Patience);
        list.Address.AbsolutePath.ShouldBe("/fr/alerts");
        list.Text().ShouldContain("zoe propre");
        await market.Publish("Zoe propre", price: "1900000");
        market.GoTo(days: 1, hour: 8);
        await market.Tick();
        market.MailTo(DemoPeople.Buyer)[^1].TextBody!.ShouldContain("Zoe propre");

        // The same button again, and the same search found another way, is the same alert.
        await results.Submit("alert");
        (await buyer.Open("/fr/alerts")).Document.QuerySelectorAll(".alert-list > li").Count(l => l.TextContent.Contains("zoe", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task What_another_site_sends_is_nobodys_wish()
    {
        using var buyer = await market.SignedInAs(DemoPeople.Buyer);
        buyer.Headers["Sec-Fetch-Site"] = "cross-site";
        var page = await buyer.Post("/fr/alerts/new", new("_handler", "alert"), new("query", "q=evil"));
        page.Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        buyer.Headers.Remove("Sec-Fetch-Site");
        (await buyer.Open("/fr/alerts")).Text().ShouldNotContain("evil");
    }

    [Fact]
    public async Task A_search_that_can_find_nothing_is_refused_in_words()
    {
        var page = await market.Post("/en/alerts/new", new() { ["_handler"] = "alert", ["address"] = amina, ["query"] = "min=500&max=100" });
        page.ShouldContain("Nothing can fit this search");
        market.MailTo(amina).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_orders_a_letter_for_somebody_else_writes_no_words_into_it()
    {
        await market.Ask(amina, section: "q=" + Uri.EscapeDataString("win at www.casino.example"));
        market.MailTo(amina).ShouldHaveSingleItem().TextBody!.ShouldNotContain("casino");
    }

    [Fact]
    public async Task A_confirmation_that_is_too_old_asks_to_begin_again()
    {
        await market.Ask(amina);
        market.Clock.Advance(TimeSpan.FromDays(3.1));
        (await market.Get(market.LinkIn(amina, "alerts/confirm"))).ShouldContain("alerts/new");
    }

    [Fact]
    public async Task An_address_that_nobody_confirmed_is_forgotten()
    {
        await market.Ask(amina);
        var alert = (await market.Subscriptions(amina)).Single();
        market.GoTo(days: 8, hour: 8, minute: 5);
        await market.Tick();
        (await market.Load(alert.Id)).Status.ShouldBe(SubscriptionStatus.Stopped);
        (await market.Knows(amina)).ShouldBeFalse();
    }

    [Fact]
    public async Task Subscriptions_rebuilt_from_their_events_are_what_they_were()
    {
        await market.Subscribe(amina);
        await market.Subscribe("karim-" + amina);
        await market.Send(new PauseAlert((await market.Subscriptions(amina)).Single().Id, 7));
        await market.RebuildsAsItWas();
    }
}
