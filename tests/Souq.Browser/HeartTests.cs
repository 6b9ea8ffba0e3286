using Souq.Accounts.Demo;
using Souq.Listings.Importing;

namespace Souq.Browser;

/// <summary>Hearts with a finger on a phone, in Arabic.</summary>
[Collection<OpenMarketCollection>]
public class HeartTests(OpenMarket market)
{
    private const string Word = "qzheartq";

    [Fact]
    public async Task A_heart_is_pressed_without_leaving_the_page_and_stays()
    {
        await market.Tick(new ImportListings(DemoPeople.IdOf(DemoPeople.Merchant), [.. Enumerable.Range(0, 3).Select(Row)], Publish: true));
        await market.CatchUp();
        var visitor = await market.Visitor();
        await visitor.Go($"/search?q={Word}");
        var hearts = visitor.Page.Locator(".card button.heart");
        (await hearts.CountAsync()).ShouldBe(3);
        var box = await hearts.First.BoundingBoxAsync();
        (box!.Width, box.Height).ShouldSatisfyAllConditions(b => b.Width.ShouldBeGreaterThanOrEqualTo(44), b => b.Height.ShouldBeGreaterThanOrEqualTo(44));
        await visitor.Page.EvaluateAsync("window.stayed = true");

        // Two at once: the cookie of the first answer is in the second question.
        await visitor.Page.RunAndWaitForResponseAsync(async () =>
        {
            await hearts.Nth(0).ClickAsync();
            await hearts.Nth(1).ClickAsync();
            await visitor.Page.Locator(".card button.heart[aria-pressed=true]").Nth(1).WaitForAsync();
        }, answer => answer.Url.EndsWith("/favourites/heart", StringComparison.Ordinal));
        (await visitor.Page.EvaluateAsync<bool>("window.stayed === true")).ShouldBeTrue();
        await visitor.Look("hearts-search");

        await visitor.Go("/favourites");
        (await visitor.Page.Locator(".card button.heart[aria-pressed=true]").CountAsync()).ShouldBe(2);
        await visitor.Look("favourites");

        await visitor.Press(".card-title a");
        var heart = visitor.Page.Locator(".contact-bar button.heart");
        (await heart.GetAttributeAsync("aria-pressed")).ShouldBe("true");
        await heart.PressAsync("Enter");
        await visitor.Page.Locator(".contact-bar button.heart[aria-pressed=false]").WaitForAsync();
        await visitor.Look("hearts-advert");

        await visitor.Go("/");
        await visitor.Page.Locator(".seen-strip .card").First.WaitForAsync();
        await visitor.Look("home-seen");
        await visitor.Go("/favourites/seen");
        await visitor.Look("favourites-seen");
        await visitor.Press("form[action='favourites/seen/clear'] button");
        (await visitor.Page.Locator(".card").CountAsync()).ShouldBe(0);
        await visitor.Look("favourites-seen-none");
    }

    private static ImportRow Row(int i) => new(i + 2, new Dictionary<string, string>
    {
        ["ref"] = $"{Word}-{i}",
        ["section"] = "smartphones",
        ["title"] = $"هاتف ذكي {Word}",
        ["price"] = $"{20_000 + i}",
        ["price_type"] = "firm",
        ["wilaya"] = "31",
        ["attr.brand"] = "Samsung",
    });
}
