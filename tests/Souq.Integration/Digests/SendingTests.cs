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
    public async Task The_morning_after_the_new_adverts_of_the_topic_are_in_the_mail()
    {
        await market.Subscribe(amina, "/fr");
        var advert = await market.Publish("Renault Clio 4", photo: "0123abcd");
        await market.Publish("Studio à louer", section: "property");
        await market.Publish("Peugeot 208", commune: 1601);
        await TickNextMorning();

        var letter = Digests(amina).ShouldHaveSingleItem();
        letter.Subject.ShouldBe("1 nouvelle annonce\u00a0: Voitures · Oran");
        letter.TextBody.ShouldNotBeNull().ShouldContain($"https://souq.example/fr/l/{advert.Number}");
        letter.TextBody.ShouldContain("Renault Clio 4");
        letter.TextBody.ShouldContain("1 250 000 DA".Replace(' ', '\u00a0'));
        letter.TextBody.ShouldNotContain("Peugeot");
        letter.HtmlBody.ShouldNotBeNull().ShouldContain("https://souq.example/photos/0123abcd/card.webp");
    }

    [Fact]
    public async Task When_nothing_is_new_nothing_is_sent()
    {
        await market.Publish("Before the subscription");
        market.Clock.Advance(TimeSpan.FromMinutes(5));
        await market.Subscribe(amina);
        await TickNextMorning();
        Digests(amina).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_subscription_to_a_section_has_what_is_under_it()
    {
        var child = market.Catalog.ChildrenOf(market.Catalog.Section("property")!.Id).First();
        await market.Subscribe(amina, section: "property");
        await market.Publish("Under it", section: child.Slug);
        await TickNextMorning();
        Digests(amina).ShouldHaveSingleItem().TextBody.ShouldNotBeNull().ShouldContain("Under it");
    }

    [Fact]
    public async Task An_old_wilaya_and_a_new_one_both_find_a_commune_that_moved()
    {
        var moved = market.Catalog.Territory.Communes.First(c => c.Wilaya != c.WilayaOf48);
        await market.Subscribe("old-" + amina, wilaya: $"{moved.WilayaOf48}");
        await market.Subscribe("new-" + amina, wilaya: $"{moved.Wilaya}");
        await market.Subscribe("town-" + amina, wilaya: "", commune: $"{moved.Code}");
        await market.Publish("Moved", commune: moved.Code);
        await TickNextMorning();
        foreach (var address in new[] { "old-" + amina, "new-" + amina, "town-" + amina })
            Digests(address).Count.ShouldBe(1, address);
    }

    [Fact]
    public async Task An_advert_is_told_of_once()
    {
        await market.Subscribe(amina);
        await market.Publish("Clio");
        await TickNextMorning();
        market.Clock.Advance(TimeSpan.FromHours(1));
        await market.Tick();
        await market.Tick();
        await market.Publish("Symbol");
        await TickNextMorning();

        var letters = Digests(amina);
        letters.Count.ShouldBe(2);
        var second = letters[1].TextBody.ShouldNotBeNull();
        second.ShouldContain("Symbol");
        second.ShouldNotContain("Clio");
    }

    [Fact]
    public async Task An_advert_that_ended_meanwhile_is_left_out()
    {
        await market.Subscribe(amina);
        await market.End(await market.Publish("Sold already"));
        await TickNextMorning();
        Digests(amina).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_later_revision_is_no_news()
    {
        await market.Subscribe(amina);
        await market.Publish("Corrected", first: false);
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
        Digests(amina).ShouldBeEmpty();
        market.GoTo(days: 0, hour: 9);
        await market.Tick();

        var letter = Digests(amina).ShouldHaveSingleItem();
        letter.TextBody.ShouldNotBeNull().ShouldContain("Monday's");
        letter.TextBody.ShouldContain("Tuesday's");
    }

    [Fact]
    public async Task A_weekly_digest_comes_on_Monday()
    {
        market.GoToNext(DayOfWeek.Tuesday);
        await market.Subscribe(amina, frequency: Frequency.Weekly);
        await market.Publish("Clio");
        for (var day = 1; day <= 5; day++)
            await TickNextMorning();
        Digests(amina).ShouldBeEmpty();
        await TickNextMorning();
        Digests(amina).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Twelve_adverts_are_shown_and_the_rest_are_a_link_to_the_search()
    {
        await market.Subscribe(amina);
        for (var i = 1; i <= 15; i++)
            await market.Publish($"Clio {i}.");
        await TickNextMorning();

        var text = Digests(amina).ShouldHaveSingleItem().TextBody.ShouldNotBeNull();
        Enumerable.Range(1, 15).Count(i => text.Contains($"Clio {i}.\n", StringComparison.Ordinal)).ShouldBe(12);
        text.ShouldContain("https://souq.example/search?section=cars&wilaya=31");
        text.ShouldContain("3 إعلانات أخرى");
    }

    [Fact]
    public async Task While_the_mail_server_is_away_digests_wait_and_lose_nothing()
    {
        await market.Subscribe(amina);
        await market.Publish("Clio");
        market.Sink.Mood = SmtpMood.Busy;
        await TickNextMorning();
        market.Sink.Mood = SmtpMood.Willing;
        await market.Publish("Symbol");
        market.Clock.Advance(TimeSpan.FromHours(1));
        await market.Tick();

        var letter = Digests(amina).ShouldHaveSingleItem();
        letter.TextBody.ShouldNotBeNull().ShouldContain("Clio");
        letter.TextBody.ShouldNotContain("Symbol");
        await TickNextMorning();
        Digests(amina)[^1].TextBody.ShouldNotBeNull().ShouldContain("Symbol");
    }

    [Fact]
    public async Task A_digest_that_broke_off_is_not_sent_again()
    {
        await market.Subscribe(amina);
        await market.Publish("Clio");
        market.Sink.Mood = SmtpMood.HangsUpAfterData;
        await TickNextMorning();
        market.Sink.Mood = SmtpMood.Willing;
        market.Clock.Advance(TimeSpan.FromHours(1));
        await market.Tick();
        await TickNextMorning();
        Digests(amina).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_ticks_at_once_send_one_letter()
    {
        await market.Subscribe(amina);
        await market.Publish("Clio");
        market.GoTo(days: 1, hour: 8);
        var tick = new SendDueDigests(market.Clock.GetUtcNow());
        await market.Host.ExecuteAndWaitAsync(context => Task.WhenAll(context.PublishAsync(tick).AsTask(), context.PublishAsync(tick).AsTask()), DigestsMarket.Patience);
        Digests(amina).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Many_subscriptions_are_served_in_slices()
    {
        for (var i = 0; i < 5; i++)
            await market.Subscribe($"{i}-{amina}");
        await market.Publish("Clio");
        await TickNextMorning();
        Enumerable.Range(0, 5).ShouldAllBe(i => Digests($"{i}-{amina}").Count == 1);
    }

    [Fact]
    public async Task Told_that_it_is_tomorrow_morning_the_digests_of_tomorrow_are_sent()
    {
        await market.Subscribe(amina);
        await market.Publish("Clio");
        var tomorrow = market.Clock.GetUtcNow().Date.AddDays(1).AddHours(8);
        await market.Host.SendMessageAndWaitAsync(
            new SendDueDigests(new DateTimeOffset(tomorrow, TimeSpan.Zero)), timeoutInMilliseconds: DigestsMarket.Patience);
        Digests(amina).Count.ShouldBe(1);

        await TickNextMorning();
        Digests(amina).Count.ShouldBe(1);
        market.GoTo(days: 0, hour: 12);
    }

    private IReadOnlyList<MimeKit.MimeMessage> Digests(string address) => [.. market.MailTo(address).Where(m => m.Headers.Contains("List-Unsubscribe"))];

    private Task TickNextMorning()
    {
        market.GoTo(days: 1, hour: 8);
        return market.Tick();
    }
}
