using System.Net;
using Souq.Accounts.Demo;
using Souq.Listings;
using Souq.Listings.Expiry;

namespace Souq.Integration.Road;

[Collection(nameof(Market))]
public sealed class ExpiryTests(Market market)
{
    private readonly string title = $"Téléphone {RoadSteps.NewWord()}";

    [Fact]
    public async Task Five_days_before_the_end_a_letter_comes_whose_link_renews_once_without_signing_in()
    {
        var listing = await market.Publish(title);
        market.Clock.Advance(TimeSpan.FromDays(54));
        await market.Tick(new AnnounceExpiry());
        Letters().ShouldBeEmpty();

        market.Clock.Advance(TimeSpan.FromDays(1));
        await market.Tick(new AnnounceExpiry());
        await market.Tick(new AnnounceExpiry());
        var link = Letters().ShouldHaveSingleItem().LinkTo("renew/");

        using var browser = market.Browser();
        var page = await browser.Open(link);
        (await market.Advert(listing.Number)).ExpiresAt.ShouldBe(listing.ExpiresAt);
        page = await market.Follow(() => page.Submit("renew"));
        page.Document.QuerySelector($"a[href$='l/{listing.Number}']").ShouldNotBeNull();
        var renewed = (await market.Advert(listing.Number)).ExpiresAt;
        renewed.ShouldBe(market.Clock.GetUtcNow().AddDays(60));

        market.Clock.Advance(TimeSpan.FromHours(1));
        (await browser.Open(link)).Document.QuerySelector("form input[value=renew]").ShouldBeNull();
        (await browser.Open(link + "x")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await market.Advert(listing.Number)).ExpiresAt.ShouldBe(renewed);
    }

    [Fact]
    public async Task After_its_time_an_advert_leaves_the_market_however_many_days_were_missed_and_renewing_brings_it_back()
    {
        var listing = await market.Publish(title);
        var search = $"/search?q={Uri.EscapeDataString(title)}";
        using var visitor = market.Browser();
        market.Clock.Advance(TimeSpan.FromDays(59));
        await market.Tick(new ExpireDueListings());
        (await visitor.Open(search)).Numbers().ShouldBe([listing.Number]);

        market.Clock.Advance(TimeSpan.FromDays(12));
        await market.Tick(new AnnounceExpiry());
        await market.Tick(new ExpireDueListings());
        Letters().ShouldBeEmpty();
        (await visitor.Open(search)).Numbers().ShouldBeEmpty();
        var page = await visitor.Open($"/fr/l/{listing.Number}");
        (page.Status, page.Text(".listing").Contains("expiré", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.OK, true));

        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var desk = await seller.Open($"/desk/{listing.Number}");
        (await market.Follow(() => desk.Submit("act", ("act", "renew")))).Address.Query.ShouldBe("?done=renew");
        (await visitor.Open(search)).Numbers().ShouldBe([listing.Number]);
        (await market.Advert(listing.Number)).Life.ShouldBe(ListingLife.Published);
        (await visitor.Open($"/l/{listing.Number}")).Document.QuerySelector(".contact-bar").ShouldNotBeNull();
    }

    private IReadOnlyList<MimeKit.MimeMessage> Letters() =>
        [.. market.MailTo(DemoPeople.Seller).Where(m => m.TextBody!.Contains("/renew/", StringComparison.Ordinal) && m.Subject!.Contains(title, StringComparison.Ordinal))];
}
