using System.Net;
using Souq.Accounts.Demo;
using Souq.Integration.Road;

namespace Souq.Integration.Favourites;

[Collection(nameof(Market))]
public sealed class SeenTests(Market market)
{
    private const string Phone = "Mozilla/5.0 (Linux; Android 14) Chrome/130.0";

    [Fact]
    public async Task What_somebody_looked_at_is_in_his_browser_the_newest_first()
    {
        var (_, numbers) = await market.Adverts();
        using var visitor = market.Browser();
        visitor.Headers["User-Agent"] = Phone;
        (await visitor.Open("/fr/")).Document.QuerySelector(".seen-strip").ShouldBeNull();
        foreach (var number in new[] { numbers[0], numbers[1], numbers[2], numbers[0] }) await visitor.Open($"/fr/l/{number}");

        var cookie = visitor.Cookies["souq.seen"].ShouldNotBeNull();
        cookie.Value.ShouldBe($"{numbers[0]}.{numbers[2]}.{numbers[1]}");
        cookie.HttpOnly.ShouldBeTrue();
        (await visitor.Open("/")).Document.QuerySelectorAll(".seen-strip .card").Length.ShouldBe(3);
        var page = await visitor.Open("/fr/favourites/seen");
        page.Numbers().ShouldBe([numbers[0], numbers[2], numbers[1]]);

        page = await page.Submit("form[action*=clear]");
        page.Address.AbsolutePath.ShouldBe("/fr/favourites/seen");
        page.Numbers().ShouldBeEmpty();
        visitor.Cookies["souq.seen"].ShouldBeNull();
    }

    [Fact]
    public async Task Only_the_last_twenty_four_are_remembered()
    {
        var (word, numbers) = await market.Adverts();
        using var visitor = market.Browser();
        visitor.Headers["User-Agent"] = Phone;
        var more = await (await visitor.Open($"/fr/search?q={word}")).Follow(".pager a[rel=next]");
        long[] seen = [.. numbers, .. more.Numbers().Take(3)];
        foreach (var number in seen) await visitor.Open($"/fr/l/{number}");
        (await visitor.Open("/fr/favourites/seen")).Numbers().ShouldBe(seen.Reverse().Take(24));
    }

    [Fact]
    public async Task Robots_and_owners_remember_nothing()
    {
        var (_, numbers) = await market.Adverts();
        using var robot = market.Browser();
        robot.Headers["User-Agent"] = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
        using var owner = await market.SignedInAs(DemoPeople.Merchant);
        owner.Headers["User-Agent"] = Phone;
        foreach (var browser in new[] { robot, owner })
        {
            (await browser.Open($"/fr/l/{numbers[0]}")).Status.ShouldBe(HttpStatusCode.OK);
            browser.Cookies["souq.seen"].ShouldBeNull();
        }
    }
}
