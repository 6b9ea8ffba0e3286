using Microsoft.Playwright;
using Souq.Accounts.Demo;
using Souq.Listings.Importing;

namespace Souq.Browser;

/// <summary>Searching with what the market offers while one types.</summary>
[Collection<OpenMarketCollection>]
public class SuggestionTests(OpenMarket market)
{
    [Fact]
    public async Task A_few_letters_and_two_keys_lead_to_the_results()
    {
        await market.Tick(new ImportListings(DemoPeople.IdOf(DemoPeople.Merchant), [.. Enumerable.Range(0, 2).Select(Row)], Publish: true));
        await market.CatchUp();
        var visitor = await market.Visitor();
        await visitor.Go("/");
        var field = visitor.Page.GetByRole(AriaRole.Combobox, new() { Name = "عمّ تبحث؟" });
        await field.FillAsync("sams");
        await visitor.Page.Locator(".suggestions li").First.WaitForAsync();
        (await field.GetAttributeAsync("aria-expanded")).ShouldBe("true");
        await field.PressAsync("ArrowDown");
        var chosen = visitor.Page.Locator(".suggestions [aria-selected=true]");
        (await chosen.GetAttributeAsync("id")).ShouldBe(await field.GetAttributeAsync("aria-activedescendant"));
        (await chosen.InnerTextAsync()).ShouldContain("سامسونغ");
        await visitor.Look("suggestions-home");

        await field.PressAsync("Escape");
        (await visitor.Page.Locator(".suggestions").IsVisibleAsync()).ShouldBeFalse();
        await field.FillAsync("samsu");
        await visitor.Page.Locator(".suggestions li").First.WaitForAsync();
        await field.PressAsync("ArrowDown");
        await field.PressAsync("Enter");
        await visitor.Page.WaitForURLAsync("**/search?*");
        (await visitor.Page.Locator(".card").CountAsync()).ShouldBeGreaterThanOrEqualTo(2);
        (await visitor.Page.InputValueAsync("#s-q")).ShouldBe("سامسونغ");
    }

    private static ImportRow Row(int i) => new(i + 2, new Dictionary<string, string>
    {
        ["ref"] = $"qzsuggestq-{i}",
        ["section"] = "smartphones",
        ["title"] = $"Samsung Galaxy A54 {i}",
        ["price"] = $"{40_000 + i}",
        ["price_type"] = "firm",
        ["wilaya"] = "31",
        ["attr.brand"] = "Samsung",
    });
}
