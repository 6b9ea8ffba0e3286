using Souq.Accounts.Demo;
using Souq.Digests.Contracts;
using Souq.Listings.Importing;
using Souq.Listings.Watching;

namespace Souq.Browser;

/// <summary>Searches kept with a finger on a phone, in Arabic.</summary>
[Collection<OpenMarketCollection>]
public class AlertTests(OpenMarket market)
{
    private const string Word = "qzalertq";

    [Fact]
    public async Task A_search_is_kept_with_one_button_and_what_it_finds_comes_by_mail()
    {
        var buyer = await market.Visitor();
        await buyer.SignIn(DemoPeople.Buyer);
        await buyer.Go($"/search?q={Word}&max=50000");
        await buyer.Look("alerts-box");
        await buyer.Press(".alert-box button[type=submit]");
        await buyer.ShouldSee(Word);
        await buyer.Look("alerts");

        await buyer.Press("a[href*='alerts/change/']");
        await buyer.Look("alerts-change");
        await buyer.Page.FillAsync("[name=title]", "هاتف لأمي");
        await buyer.Page.Locator("label.pill", new() { HasText = "فورًا" }).ClickAsync();
        await buyer.Press("main form.form:has([name=title]) button[type=submit]");
        await buyer.ShouldSee("هاتف لأمي");
        await buyer.ShouldSee("فورًا");

        market.Clock.Advance(TimeSpan.FromMinutes(1));
        await market.Tick(new ImportListings(DemoPeople.IdOf(DemoPeople.Merchant), [Row(1), Row(2)], Publish: true));
        await market.CatchUp();
        await market.Service<Matcher>().CatchUp(TestContext.Current.CancellationToken);
        await buyer.Press("a[href*='alerts/preview/']");
        await buyer.ShouldSee("هاتف ذكي");
        await buyer.Look("alerts-preview");

        await market.Tick(new SendDueDigests(market.Clock.GetUtcNow()));
        var letter = await market.Letter(DemoPeople.Buyer, Word);
        foreach (var scheme in new[] { Microsoft.Playwright.ColorScheme.Light, Microsoft.Playwright.ColorScheme.Dark })
        {
            await buyer.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            // What the site lets its pages do is not what a mail program does.
            await buyer.Page.GotoAsync("about:blank");
            await buyer.Page.SetContentAsync(letter.HtmlBody!);
            await buyer.Look($"alerts-letter-{scheme}");
        }

        await buyer.Page.EmulateMediaAsync(new() { ColorScheme = Microsoft.Playwright.ColorScheme.Light });
        await buyer.Go("/alerts");
        await buyer.Press(".letter-list a");
        await buyer.ShouldSee("هاتف ذكي");
        await buyer.Look("alerts-letter-page");

        await buyer.Go("/alerts");
        await buyer.Press(".alert-line form[action*='unsubscribe'] button");
        await buyer.Look("alerts-stopped");
        await buyer.Press("form[action*='alerts/undo/'] button");
        await buyer.ShouldSee("هاتف لأمي");

        // Without signing in, by the link in the letter.
        var stranger = await market.Visitor();
        var manage = letter.TextBody!.Split((char[]?)null).First(w => w.Contains("/alerts/manage/", StringComparison.Ordinal));
        await stranger.Page.GotoAsync(manage);
        await stranger.ShouldSee("هاتف لأمي");
        await stranger.Look("alerts-manage");
        await stranger.Press("a[href*='alerts/change/']");
        await stranger.Press("main form.form:has([name=days]) button[type=submit]");
        await stranger.ShouldSee("متوقف مؤقتًا");
        await stranger.Look("alerts-paused");
    }

    private static ImportRow Row(int i) => new(i + 1, new Dictionary<string, string>
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
