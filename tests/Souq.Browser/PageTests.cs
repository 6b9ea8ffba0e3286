using System.IO.Compression;
using Microsoft.Playwright;
using Souq.Accounts.Demo;

namespace Souq.Browser;

/// <summary>What every page owes everybody: light, usable without scripts, open to all, in three languages.</summary>
[Collection<OpenMarketCollection>]
public class PageTests(OpenMarket market)
{
    private const int Budget = 100 * 1024;

    [Theory]
    [InlineData("", "/")]
    [InlineData("/fr", "/search?section=cars")]
    [InlineData("/en", "/signin")]
    public async Task A_page_weighs_less_than_its_budget_before_photos(string language, string path)
    {
        var visitor = await market.Visitor(language);
        var answers = new List<IResponse>();
        visitor.Page.Response += (_, answer) => answers.Add(answer);
        await visitor.Go(path);
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var weights = new List<(string Url, long Bytes)>();
        foreach (var answer in answers.ToArray().Where(a => !a.Url.Contains("/photos/")))
            weights.Add((answer.Url, Compressed(await answer.BodyAsync())));
        weights.Sum(w => w.Bytes).ShouldBeLessThan(Budget, string.Join('\n', weights));
    }

    [Theory]
    [InlineData("document.querySelector('main h1').insertAdjacentHTML('afterend', '<img src=\"/favicon.svg\">')", "image-alt")]
    [InlineData("document.querySelector('[name=email]').closest('form').querySelectorAll('label').forEach(l => l.replaceWith(...l.childNodes))", "label")]
    [InlineData("document.querySelector('main h1').style.color = 'silver'", "color-contrast")]
    [InlineData("document.querySelector('main h1').style.width = '900px'", "wider than the screen")]
    public async Task What_keeps_somebody_out_is_found(string harm, string rule)
    {
        var visitor = await market.Visitor("/fr");
        await visitor.Go("/signin");
        await visitor.Page.EvaluateAsync(harm);
        (await Assert.ThrowsAsync<ShouldAssertException>(() => visitor.Look("harmed"))).Message.ShouldContain(rule);
    }

    // As a server in production sends it; the development server does not compress what has just changed.
    private static long Compressed(byte[] body)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(body);
        return Math.Min(body.Length, target.Length);
    }

    [Theory]
    [InlineData("", 390)]
    [InlineData("/fr", 1280)]
    [InlineData("/en", 768)]
    public async Task Public_pages_keep_nobody_out(string language, int width)
    {
        var visitor = await market.Visitor(language, width);
        foreach (var path in new[] { "/", "/search", "/search?q=nothing+like+this&wilaya=16&min=5&max=2", "/signin", "/signup", "/forgot", "/alerts/new", "/terms" })
        {
            await visitor.Go(path);
            await visitor.Look($"public{language.Replace('/', '-')}-{path.Split('?')[0].Trim('/').Replace('/', '-')}-{width}");
        }
    }

    [Fact]
    public async Task Without_scripts_a_commune_is_found_by_way_of_its_wilaya()
    {
        var visitor = await market.Visitor("/fr", 390, scripts: false);
        await visitor.Go("/search");
        await visitor.Page.SelectOptionAsync("main .search-bar [name=wilaya]", "31");
        await visitor.Press("main .search-bar button[type=submit]");
        await visitor.Page.SelectOptionAsync("main .search-bar [name=commune]", "3101");
        await visitor.Press("main .search-bar button[type=submit]");

        visitor.Page.Url.ShouldContain("commune=3101");
    }

    [Fact]
    public async Task Without_scripts_an_advert_can_be_written()
    {
        var seller = await market.Visitor("/fr", 390, scripts: false);
        await seller.SignIn(DemoPeople.Seller);
        await seller.Go("/offer?section=furniture");
        await seller.Press("main form.form button[type=submit]");
        await seller.Page.FillAsync("[name=title]", "Table en bois massif");
        await seller.Page.FillAsync("[name=price]", "25 000");
        await seller.Page.SelectOptionAsync("main [name=wilaya]", "16");
        await seller.Press("button[name=pick]");
        (await seller.Page.InputValueAsync("[name=title]")).ShouldBe("Table en bois massif");
        await seller.Page.SelectOptionAsync("main [name=commune]", new SelectOptionValue { Index = 3 });
        await seller.Press("main form.form > button[type=submit], main form.form .button.wide");

        seller.Page.Url.ShouldEndWith("/photos");
    }
}
