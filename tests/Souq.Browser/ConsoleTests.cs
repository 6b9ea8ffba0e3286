using System.Globalization;
using Microsoft.Playwright;
using Souq.Accounts.Demo;
using Souq.Host.Demo.Pictures;
using Souq.Moderation.Bulk;
using Souq.Moderation.Undoing;

namespace Souq.Browser;

/// <summary>A moderator's work with nothing but the keyboard, and what others see of it.</summary>
[Collection<OpenMarketCollection>]
public class ConsoleTests(OpenMarket market)
{
    /// <summary>Where no other test has adverts, so that the first in the queue is one's own.</summary>
    private const string Section = "bedrooms", Queue = $"/moderation?section={Section}";

    [Fact]
    public async Task Three_cases_are_decided_and_one_decision_is_taken_back_by_keyboard_alone()
    {
        string[] titles = ["Table ronde", "Armoire haute", "Chaise longue", "Lit double"];
        foreach (var title in titles) await Submit(title);
        var karim = await market.Visitor("/fr", 1280);
        await karim.SignIn(DemoPeople.Moderator);
        await karim.Go(Queue);
        var (page, keys) = (karim.Page, karim.Page.Keyboard);
        await page.EvaluateAsync("window.stayed = true");

        await keys.PressAsync("n");
        await Case(page, titles[0]);
        await keys.PressAsync("?");
        await page.Locator(".console-keys[open]").WaitForAsync();
        await keys.PressAsync("?");
        await Ready(page);
        await keys.PressAsync("a");
        await Case(page, titles[1]);
        await page.Locator(".console-done", new() { HasTextString = titles[0] }).WaitForAsync();
        await page.Locator(".standing.mine").WaitForAsync();
        // Nothing was loaded anew: the next case was there before.
        (await page.EvaluateAsync<bool>("window.stayed === true")).ShouldBeTrue();

        await keys.PressAsync("u");
        await Case(page, titles[0]);
        await karim.ShouldSee("Décision annulée");
        await Ready(page);
        await keys.PressAsync("a");
        await Case(page, titles[1]);

        await page.Locator(".standing.mine").WaitForAsync();
        await karim.Look("console-undo-fr");
        // A reason by its number, then the refusal.
        await keys.PressAsync("3");
        await keys.PressAsync("r");
        await Case(page, titles[2]);
        await page.Locator(".standing.mine").WaitForAsync();
        await keys.PressAsync("0");
        await keys.PressAsync("w");
        await keys.TypeAsync("Une photo de plus, s'il vous plaît.");
        await keys.PressAsync("Control+Enter");
        await Case(page, titles[3]);
        await page.Locator(".standing.mine").WaitForAsync();
        await keys.PressAsync("b");
        // Another page: its keys are heard once its script has run.
        await page.Locator("html[data-keys] .console.on-queue").WaitForAsync();
        await keys.PressAsync("f");
        await page.Locator(".queue-filters[open]").WaitForAsync();
        await karim.Look("console-filters-fr");

        await market.Settle();
        (await market.Letter(DemoPeople.Seller, titles[2])).TextBody.ShouldNotBeNull().ShouldContain("Une photo de plus");
        await market.Letter(DemoPeople.Seller, titles[1]);
        await market.Letter(DemoPeople.Seller, titles[0]);

        foreach (var width in new[] { 390, 820 })
        {
            var phone = await market.Visitor("", width);
            await phone.SignIn(DemoPeople.Moderator);
            await phone.Go(Queue);
            await phone.Look($"console-queue-ar-{width}");
            await phone.Press($"main button:has-text('{titles[3]}')");
            await phone.Look($"console-case-ar-{width}");
        }

        var leila = await market.Visitor("/fr", 1280);
        await leila.SignIn(DemoPeople.Admin);
        await leila.Go(Queue);
        await leila.Page.Locator("[data-row] [class*=icon]").First.WaitForAsync();
        await karim.Page.GotoAsync("/fr" + Queue);
        await karim.Press($"main button:has-text('{titles[3]}')");
        await karim.Page.Keyboard.PressAsync("a");
        // Without touching anything she sees it go.
        await leila.Page.Locator("[data-row]", new() { HasTextString = titles[3] }).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await market.Settle();
        await leila.Page.CloseAsync();
    }

    [Fact]
    public async Task Alike_cases_are_decided_together_without_scripts()
    {
        string[] titles = ["Buffet un", "Buffet deux", "Buffet trois"];
        // Whoever has nothing else waiting: all of his are decided here.
        var seller = await market.AnotherSeller();
        foreach (var title in titles) await Submit(title, "living-rooms", seller);
        var karim = await market.Visitor("", 390, scripts: false);
        await karim.SignIn(DemoPeople.Moderator);
        await karim.Go("/moderation?section=living-rooms");
        await karim.Press($"main button:has-text('{titles[0]}')");
        await karim.Press(".alike-links a");
        foreach (var title in titles) await karim.ShouldSee(title);
        await karim.Page.CheckAsync("[name=act][value=Approve]");
        // What looks at the page needs scripts.
        var looking = await market.Visitor("", 390);
        await looking.SignIn(DemoPeople.Moderator);
        await looking.Go(new Uri(karim.Page.Url).PathAndQuery);
        await looking.Look("alike-ar-390");
        // The other one puts a standard text into the words, where there is any.
        await karim.Press(".alike form.form button[type=submit]:not([name])");
        await karim.ShouldSee("تراجع عن الكل");
        var bulk = Guid.Parse(karim.Page.Url[(karim.Page.Url.LastIndexOf('/') + 1)..]);
        market.Clock.Advance(Intent.Window);
        await market.Tick(new CarryOutBulk(bulk));
        await karim.Page.ReloadAsync();
        await karim.ShouldSee("قُرِّر في");
        await looking.Go(new Uri(karim.Page.Url).PathAndQuery);
        await looking.Look("bulk-ar-390");
    }

    private static Task Case(IPage page, string title) => page.Locator(".console-case h1", new() { HasTextString = title }).WaitForAsync();

    /// <summary>The next case is read ahead.</summary>
    private static Task Ready(IPage page) => page.Locator(".console[data-ready]").WaitForAsync();

    private async Task Submit(string title, string section = Section, string email = DemoPeople.Seller)
    {
        using var seller = await TestSupport.Browsing.Browser.SignedInAs(
            new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }, email, root: new Uri(market.Address));
        var page = await (await seller.Open($"/fr/offer?section={section}")).Submit("details");
        page = await page.Submit("words", ("title", title), ("description", "Très bon état, à voir sur place."),
            ("price_type", "Negotiable"), ("price", "12500"), ("wilaya", "31"), ("commune", "3101"));
        page = await page.Upload("photos", "photos", [("front.jpg", DemoPictures.Draw("hatchback", title.Length, 0))], ("next", "true"));
        page = await page.Submit("submit");
        await market.Queued(long.Parse(page.Address.Query["?sent=".Length..], CultureInfo.InvariantCulture));
        market.Clock.Advance(TimeSpan.FromSeconds(1));
    }
}
