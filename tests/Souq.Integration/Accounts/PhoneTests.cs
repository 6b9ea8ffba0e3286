using System.Net;
using Marten;
using Souq.Accounts.Contracts;
using Souq.Accounts.Demo;
using Souq.Accounts.Phones;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.TestSupport.Browsing;
using Wolverine;
using Wolverine.Tracking;

namespace Souq.Integration.Accounts;

[Collection(nameof(AccountsCollection))]
public sealed class PhoneTests(AccountsFixture fixture)
{
    private static long numbers = 10_000;
    private readonly AccountsMarket market = fixture.Market;

    [Fact]
    public async Task The_number_appears_after_one_click()
    {
        var advert = await Publish();
        using var browser = market.Browser();
        var before = await browser.Open($"/fr/l/{advert.Number}/phone");
        before.Html.ShouldNotContain("550000004");

        var after = await before.Submit("phone");

        after.Document.QuerySelector("a[href^='tel:']")!.GetAttribute("href").ShouldBe("tel:+213550000004");
        after.Text("a[href^='tel:']").ShouldBe("0550 00 00 04");
    }

    [Fact]
    public async Task The_button_on_the_advert_needs_no_token_of_the_page()
    {
        var advert = await Publish();
        using var browser = market.Browser();

        var page = await browser.Post($"/fr/l/{advert.Number}/phone", KeyValuePair.Create("_handler", "phone"));

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelector("a[href^='tel:']").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_same_reader_counts_once_a_day()
    {
        var advert = await Publish();
        var network = market.NewNetwork();
        using var first = market.Browser(network);
        using var neighbour = market.Browser(network);
        using var somebody = market.Browser();

        (await Reveal(first, advert)).Count.ShouldBe(1);
        (await Reveal(first, advert)).Count.ShouldBe(0);
        (await Reveal(neighbour, advert)).Count.ShouldBe(0);
        var fact = (await Reveal(somebody, advert)).ShouldHaveSingleItem();
        fact.ShouldBe(new PhoneRevealed(advert.ListingId, advert.SellerId, market.Clock.GetUtcNow(), fact.RevealId));
        market.Clock.Advance(TimeSpan.FromDays(1));
        (await Reveal(first, advert)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_clicks_at_the_same_moment_are_one()
    {
        var advert = await Publish();
        var command = new RevealPhone(advert.ListingId, advert.SellerId, "somebody");

        await market.Host.ExecuteAndWaitAsync(_ => Task.WhenAll(Enumerable.Range(0, 4).Select(_ => market.Host.InvokeAsync(command))));

        await using var query = market.Store.QuerySession();
        (await query.Query<PhoneReveal>().CountAsync(r => r.ListingId == advert.ListingId, TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Fact]
    public async Task Who_collects_numbers_is_stopped()
    {
        var advert = await Publish();
        using var browser = market.Browser();
        var page = await browser.Open($"/fr/l/{advert.Number}/phone");
        for (var i = 0; i < 30; i++) (await page.Submit("phone")).Status.ShouldBe(HttpStatusCode.OK);

        var stopped = await page.Submit("phone");

        stopped.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        stopped.Text("[role=alert]").ShouldContain("réessayez");
        stopped.Html.ShouldNotContain("550000004");
    }

    [Fact]
    public async Task There_is_no_number_without_an_advert_on_the_market_or_a_seller_who_shows_his()
    {
        var advert = await Publish();
        var shy = await Publish(DemoPeople.IdOf(DemoPeople.Admin));
        using var browser = market.Browser();

        (await browser.Open($"/fr/l/{shy.Number}/phone")).Status.ShouldBe(HttpStatusCode.NotFound);
        await market.Host.SendMessageAndWaitAsync(
            new ListingEnded(advert.ListingId, advert.Number, advert.SellerId, ListingEnd.Sold, market.Clock.GetUtcNow()));
        (await browser.Open($"/fr/l/{advert.Number}/phone")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<ListingPublished> Publish(Guid? seller = null)
    {
        var fact = new ListingPublished(
            Guid.CreateVersion7(), 1, Interlocked.Increment(ref numbers), seller ?? DemoPeople.IdOf(DemoPeople.Seller), 1, "Renault Clio", 3101,
            new Price(PriceType.Firm, 1_250_000), null, true, market.Clock.GetUtcNow());
        await market.Host.SendMessageAndWaitAsync(fact);
        return fact;
    }

    private async Task<IReadOnlyList<PhoneRevealed>> Reveal(Browser browser, ListingPublished advert)
    {
        var session = await market.Host.ExecuteAndWaitAsync(
            async _ => await (await browser.Open($"/l/{advert.Number}/phone")).Submit("phone"));
        return [.. session.Executed.MessagesOf<PhoneRevealed>().Distinct()];
    }
}
