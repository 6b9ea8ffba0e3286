using Souq.Accounts.Demo;
using Souq.Listings.Importing;

namespace Souq.Browser;

/// <summary>The filters of the results, on a phone: opened, pulled, ticked, sent and taken off again.</summary>
[Collection<OpenMarketCollection>]
public class NarrowingTests(OpenMarket market)
{
    [Fact]
    public async Task Prices_are_pulled_makes_are_ticked_and_each_can_be_taken_off()
    {
        await market.Tick(new ImportListings(DemoPeople.IdOf(DemoPeople.Merchant), [.. Enumerable.Range(0, 12).Select(Row)], Publish: true));
        await market.CatchUp();
        var visitor = await market.Visitor();
        await visitor.Go("/cars?q=qznarrowq");
        (await visitor.Page.Locator(".card").CountAsync()).ShouldBe(12);
        await visitor.Page.ClickAsync("[popovertarget=filters]");
        await visitor.Look("filters");

        var (from, to) = (visitor.Page.Locator(".range input").First, visitor.Page.Locator(".range input").Last);
        for (var i = 0; i < 8; i++) await from.PressAsync("ArrowUp");
        var least = long.Parse(await visitor.Page.InputValueAsync("#filters [name=min]"), System.Globalization.CultureInfo.InvariantCulture);
        least.ShouldBeInRange(600_000, 4_000_000);
        // The ends do not pass each other.
        for (var i = 0; i < 30; i++) await to.PressAsync("ArrowDown");
        (await to.InputValueAsync()).ShouldBe("9");
        for (var i = 0; i < 30; i++) await to.PressAsync("ArrowUp");
        (await visitor.Page.InputValueAsync("#filters [name=max]")).ShouldBe("");
        await visitor.Page.CheckAsync("#filters [value=renault]");
        await visitor.Page.ClickAsync("#filters button[type=submit]");

        await visitor.Page.WaitForURLAsync("**attr.make=renault**");
        (visitor.Page.Url + "&").ShouldNotContain("=&", customMessage: "the address says only what was chosen");
        var cards = await visitor.Page.Locator(".card").CountAsync();
        cards.ShouldBeInRange(1, 5);
        (await visitor.Page.InputValueAsync("#filters [name=min]")).Where(char.IsDigit).ShouldBe(least.ToString(System.Globalization.CultureInfo.InvariantCulture));
        (await visitor.Page.Locator(".chips .chip").CountAsync()).ShouldBe(4);
        await visitor.Look("filtered");
        await visitor.Page.Locator(".chips .chip").Last.ClickAsync();
        await visitor.Page.WaitForURLAsync(url => !url.Contains("renault", StringComparison.Ordinal));
        (await visitor.Page.Locator(".card").CountAsync()).ShouldBeGreaterThan(cards);
        await visitor.Page.GoBackAsync();
        (await visitor.Page.Locator(".card").CountAsync()).ShouldBe(cards);
    }

    // Every second one a Renault; from 600,000 dinars on, each dearer than the one before.
    private static ImportRow Row(int i) => new(i + 2, new Dictionary<string, string>
    {
        ["ref"] = $"qznarrowq-{i}",
        ["section"] = "cars",
        ["title"] = $"qznarrowq {i}",
        ["price"] = $"{600_000 + i * 300_000}",
        ["price_type"] = "firm",
        ["wilaya"] = "31",
        ["attr.make"] = i % 2 == 0 ? "Renault" : "Peugeot",
        ["attr.model"] = i % 2 == 0 ? "Clio" : "208",
        ["attr.year"] = $"{2010 + i}",
    });
}
