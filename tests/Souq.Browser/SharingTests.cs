using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Souq.Accounts.Demo;
using Souq.Host.Demo.Pictures;

namespace Souq.Browser;

/// <summary>What a reader can do with an advert besides buying: share it, print it, report it.</summary>
[Collection<OpenMarketCollection>]
public partial class SharingTests(OpenMarket market)
{
    [Fact]
    public async Task An_advert_is_shared_printed_on_one_page_and_reported()
    {
        var number = await Publish("Table en bois massif, six chaises, état impeccable, à venir chercher sur place");
        foreach (var (language, width) in new[] { ("", 390), ("/fr", 1280) })
        {
            var visitor = await market.Visitor(language, width);
            await visitor.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
            await visitor.Go($"/l/{number}");
            await visitor.Page.ClickAsync("[data-share] > summary");
            await visitor.Page.WaitForFunctionAsync("document.querySelector('[data-share-said]').textContent !== ''");
            (await visitor.Page.EvaluateAsync<string>("navigator.clipboard.readText()")).ShouldEndWith($"{language}/l/{number}");
            await visitor.Look($"share{language.Replace('/', '-')}-{width}");

            await visitor.Go($"/l/{number}/report");
            await visitor.Look($"report{language.Replace('/', '-')}-{width}");

            await visitor.Go($"/l/{number}/print");
            await visitor.Page.Locator("[data-print]").WaitForAsync();
            await visitor.Look($"poster{language.Replace('/', '-')}-{width}");
            Pages(await visitor.Page.PdfAsync(new() { PreferCSSPageSize = true })).ShouldBe(1);
        }
    }

    private static int Pages(byte[] pdf) => SheetOfPaper().Count(Encoding.Latin1.GetString(pdf));

    /// <summary>Through the real forms, and a moderator.</summary>
    private async Task<long> Publish(string title)
    {
        using var seller = await SignedIn(DemoPeople.Seller);
        var page = await (await seller.Open("/fr/offer?section=furniture")).Submit("details");
        page = await page.Submit("words", ("title", title), ("description", string.Concat(Enumerable.Repeat("Une très belle table, peu servie. ", 40))),
            ("price_type", "Negotiable"), ("price", "1250000"), ("wilaya", "31"), ("commune", "3101"));
        page = await page.Upload("photos", "photos", [("front.jpg", DemoPictures.Draw("hatchback", 1, 0))], ("next", "true"));
        page = await page.Submit("submit");
        var number = long.Parse(page.Address.Query["?sent=".Length..], CultureInfo.InvariantCulture);
        await market.Queued(number);

        using var moderator = await SignedIn(DemoPeople.Moderator);
        var queue = await moderator.Open("/fr/moderation");
        var line = queue.Document.QuerySelectorAll("button[name=case]").First(b => b.TextContent.Contains(title, StringComparison.Ordinal));
        page = await (await queue.Submit("open", ("case", line.GetAttribute("value")))).Submit("approve");
        page.Address.Query.ShouldStartWith("?done=");
        await market.Settle();
        await market.Letter(DemoPeople.Seller, title);
        await market.CatchUp();
        return number;
    }

    private Task<TestSupport.Browsing.Browser> SignedIn(string email) => TestSupport.Browsing.Browser.SignedInAs(
        new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }, email, root: new Uri(market.Address));

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex SheetOfPaper();
}
