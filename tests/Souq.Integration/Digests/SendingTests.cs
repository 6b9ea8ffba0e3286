using Souq.Accounts.Demo;
using Souq.Digests.Contracts;
using Souq.Digests.Subscribing;
using Souq.TestSupport;
using Wolverine.Tracking;

namespace Souq.Integration.Digests;

[Collection(DigestsCollection.Name)]
public sealed class SendingTests
{
    private readonly DigestsMarket market;
    private readonly string amina = $"amina-{Guid.NewGuid():n}@souq.test";

    public SendingTests(DigestsMarket market)
    {
        this.market = market;
        market.Sink.Mood = SmtpMood.Willing;
        market.Clock.Advance(TimeSpan.FromHours(2));
    }

    [Fact]
    public async Task The_morning_after_what_the_search_found_is_in_the_mail()
    {
        await market.Subscribe(amina, "/fr");
        var advert = await market.Publish("Renault Clio 4");
        await market.Publish("Studio à louer", section: "apartments");
        await market.Publish("Peugeot 208", wilaya: "16");
        await TickNextMorning();

        var letter = Digests(amina).ShouldHaveSingleItem();
        letter.Subject!.Replace('\u00a0', ' ').ShouldBe("Renault Clio 4 – 1 250 000 DA");
        letter.TextBody.ShouldNotBeNull().ShouldContain($"https://souq.example/fr/l/{advert.Number}");
        letter.TextBody.ShouldContain("Parce que vous cherchez\u00a0: Voitures");
        letter.TextBody.ShouldNotContain("Peugeot");
        letter.TextBody.ShouldNotContain("Studio");
    }

    [Fact]
    public async Task A_search_of_words_and_filters_says_why_an_advert_is_here()
    {
        await market.Subscribe(amina, section: "q=clio+propre&max=1300000", pathBase: "/fr");
        await market.Publish("Clio très propre");
        await market.Publish("Clio propre mais chère", price: "1400000");
        await TickNextMorning();
        var text = Digests(amina).ShouldHaveSingleItem().TextBody.ShouldNotBeNull();
        text.ShouldContain("clio propre");
        text.ShouldContain("Clio très propre");
        text.ShouldNotContain("chère");
    }

    [Fact]
    public async Task When_nothing_is_new_nothing_is_sent()
    {
        await market.Publish("Before the subscription");
        await market.Subscribe(amina);
        await TickNextMorning();
        Digests(amina).ShouldBeEmpty();
        (await Issues(amina)).ShouldBe(0);
    }

    [Fact]
    public async Task An_advert_is_told_of_once()
    {
        await market.Subscribe(amina);
        await market.Publish("Clio noire");
        await TickNextMorning();
        market.Clock.Advance(TimeSpan.FromHours(1));
        await market.Tick();
        await market.Tick();
        await market.Publish("Symbol noire");
        await TickNextMorning();

        var letters = Digests(amina);
        letters.Count.ShouldBe(2);
        var second = letters[1].TextBody.ShouldNotBeNull();
        second.ShouldContain("Symbol");
        second.ShouldNotContain("Clio");
    }

    [Fact]
    public async Task An_advert_that_fits_two_searches_is_told_of_once_in_one_letter()
    {
        await market.Subscribe(amina, section: "cars");
        await market.Subscribe(amina, section: "q=kadjar");
        await market.Publish("Kadjar 2018");
        await market.Publish("Clio 2018");
        await TickNextMorning();
        var text = Digests(amina).ShouldHaveSingleItem().TextBody.ShouldNotBeNull();
        text.Split("Kadjar 2018").Length.ShouldBe(2);
        text.ShouldContain("Clio 2018");
    }

    [Fact]
    public async Task A_search_kept_later_does_not_tell_again_what_an_earlier_one_told()
    {
        await market.Subscribe(amina, section: "q=kadjar");
        await market.Subscribe(amina, section: "q=kadjar&max=1000000");
        var advert = await market.Publish("Kadjar 2019");
        await TickNextMorning();
        await market.Reprice(advert, 990_000);
        await TickNextMorning();
        Digests(amina).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_price_that_came_down_into_a_search_says_so()
    {
        await market.Subscribe(amina, section: "q=captur&max=1100000", pathBase: "/fr");
        var advert = await market.Publish("Captur propre");
        await TickNextMorning();
        Digests(amina).ShouldBeEmpty();
        await market.Reprice(advert, 1_100_000);
        await TickNextMorning();
        var letter = Digests(amina).ShouldHaveSingleItem();
        letter.Subject!.Replace('\u00a0', ' ').ShouldBe("Prix en baisse de 12 % : Captur propre – 1 100 000 DA");
        letter.HtmlBody!.ShouldContain("<s ");
        letter.TextBody!.Replace('\u00a0', ' ').ShouldContain("1 250 000 DA");
    }

    [Fact]
    public async Task Nobody_is_told_of_his_own_adverts()
    {
        await Save(DemoPeople.Merchant, "q=megane");
        await market.Publish("Megane of the merchant");
        await market.Publish("Megane of the seller", seller: DemoPeople.Seller);
        await TickNextMorning();
        var text = Digests(DemoPeople.Merchant)[^1].TextBody.ShouldNotBeNull();
        text.ShouldContain("Megane of the seller");
        text.ShouldNotContain("Megane of the merchant");
    }

    [Fact]
    public async Task Nor_is_who_typed_the_address_of_his_account_without_signing_in()
    {
        await market.Subscribe(DemoPeople.Seller, section: "q=twingo");
        await market.Publish("Twingo of the seller", seller: DemoPeople.Seller);
        await TickNextMorning();
        Digests(DemoPeople.Seller).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_advert_that_ended_meanwhile_is_left_out()
    {
        await market.Subscribe(amina);
        await market.Sell(await market.Publish("Sold already"));
        await TickNextMorning();
        Digests(amina).ShouldBeEmpty();
    }

    [Fact]
    public async Task Missed_days_are_caught_up_in_one_letter()
    {
        await market.Subscribe(amina);
        await market.Publish("Monday's");
        market.GoTo(days: 1, hour: 12);
        await market.Publish("Tuesday's");
        market.GoTo(days: 3, hour: 3);
        await market.Tick();
        market.GoTo(days: 0, hour: 9);
        await market.Tick();

        var letter = Digests(amina).ShouldHaveSingleItem();
        letter.TextBody.ShouldNotBeNull().ShouldContain("Monday's");
        letter.TextBody.ShouldContain("Tuesday's");
    }

    [Fact]
    public async Task A_weekly_digest_comes_on_its_day()
    {
        market.GoToNext(DayOfWeek.Tuesday);
        await market.Subscribe(amina, frequency: Frequency.Weekly);
        await market.Publish("Clio noire");
        for (var day = 1; day <= 5; day++)
            await TickNextMorning();
        Digests(amina).ShouldBeEmpty();
        await TickNextMorning();
        Digests(amina).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_wants_to_hear_at_once_hears_at_the_next_tick_and_only_of_what_is_new()
    {
        await market.Subscribe(amina, section: "q=duster", frequency: Frequency.AtOnce);
        await market.Tick();
        Digests(amina).ShouldBeEmpty();
        await market.Publish("Duster blanc");
        market.Clock.Advance(TimeSpan.FromMinutes(5));
        await market.Tick();
        Digests(amina).ShouldHaveSingleItem().TextBody!.ShouldContain("Duster blanc");
        market.Clock.Advance(TimeSpan.FromMinutes(5));
        await market.Tick();
        await market.Publish("Duster noir");
        // The same five minutes: it waits for the next, and is not lost.
        await market.Tick();
        market.Clock.Advance(TimeSpan.FromMinutes(5));
        await market.Tick();
        market.Clock.Advance(TimeSpan.FromMinutes(5));
        await market.Tick();
        var letters = Digests(amina);
        letters.Count.ShouldBe(2);
        letters[1].TextBody!.ShouldContain("Duster noir");
        letters[1].TextBody!.ShouldNotContain("Duster blanc");
    }

    [Fact]
    public async Task No_more_than_the_cap_are_shown_and_the_rest_are_a_link_to_the_search()
    {
        await market.Subscribe(amina);
        for (var i = 1; i <= 15; i++)
            await market.Publish($"Clio {i}.");
        await TickNextMorning();

        var text = Digests(amina).ShouldHaveSingleItem().TextBody.ShouldNotBeNull();
        Enumerable.Range(1, 15).Count(i => text.Contains($"Clio {i}.\n", StringComparison.Ordinal)).ShouldBe(12);
        text.ShouldContain("https://souq.example/cars/oran");
        text.ShouldContain("3 إعلانات أخرى");
    }

    [Fact]
    public async Task Told_that_it_is_tomorrow_morning_the_digests_of_tomorrow_are_sent()
    {
        await market.Subscribe(amina);
        await market.Publish("Clio noire");
        var tomorrow = market.Clock.GetUtcNow().Date.AddDays(1).AddHours(8);
        await market.Send(new SendDueDigests(new DateTimeOffset(tomorrow, TimeSpan.Zero)));
        Digests(amina).Count.ShouldBe(1);

        await TickNextMorning();
        Digests(amina).Count.ShouldBe(1);
        market.GoTo(days: 0, hour: 12);
    }

    private async Task Save(string person, string query)
    {
        using var browser = await market.SignedInAs(person);
        var page = await browser.Open("/fr/search?" + query);
        await market.Host.ExecuteAndWaitAsync(() => page.Submit("alert"), DigestsMarket.Patience);
        await market.CatchUp();
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
