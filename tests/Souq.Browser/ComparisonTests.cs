using Souq.Accounts.Demo;
using Souq.Host.Demo.Pictures;
using Souq.Listings.Importing;
using Souq.Moderation.Opening;
using Souq.TestSupport;
using Case = Souq.Moderation.Case;

namespace Souq.Browser;

/// <summary>What a seller changed since his advert was approved, side by side at the console.</summary>
[Collection<OpenMarketCollection>]
public class ComparisonTests(OpenMarket market)
{
    private const string Title = "Samsung Galaxy S21 128 Go";

    private static readonly Guid Seller = DemoPeople.IdOf(DemoPeople.Seller);

    [Fact]
    public async Task What_changed_is_reached_read_and_decided_by_keyboard_alone()
    {
        var caseId = await Changed();
        var karim = await market.Visitor("/fr", 1280);
        await karim.SignIn(DemoPeople.Moderator);
        await karim.Go($"/moderation/cases/{caseId}");
        var (page, keys) = (karim.Page, karim.Page.Keyboard);
        await page.Locator("html[data-keys]").WaitForAsync();
        await keys.PressAsync("d");
        (await page.EvaluateAsync<string>("document.activeElement.className")).ShouldBe("comparison");
        (await page.Locator(".comparison del").AllInnerTextsAsync()).ShouldContain("128");
        (await page.Locator(".comparison ins").AllInnerTextsAsync()).ShouldContain("256");
        (await page.EvaluateAsync<bool>("(r => r.top >= 0 && r.top < innerHeight)(document.activeElement.getBoundingClientRect())")).ShouldBeTrue("it is on the screen");
        await keys.PressAsync("Tab");
        (await page.EvaluateAsync<bool>("document.activeElement.matches('.comparison-photos a')")).ShouldBeTrue("the new photo is next");
        await karim.Look("comparison-fr-1280");
        var phone = await market.Visitor("", 390);
        await phone.SignIn(DemoPeople.Moderator);
        await phone.Go($"/moderation/cases/{caseId}");
        await phone.Look("comparison-ar-390");

        await keys.PressAsync("a");
        await page.WaitForURLAsync(url => url.Contains($"done={caseId}", StringComparison.Ordinal));
        await market.Settle();
    }

    /// <summary>An advert that was public is handed in again with another title and a photo.</summary>
    private async Task<Guid> Changed()
    {
        var reference = $"S21-{Guid.NewGuid():N}";
        var id = ImportListingsHandler.ListingId(Seller, reference);
        await market.Tick(new ImportListings(Seller, [new ImportRow(2, new Dictionary<string, string>
        {
            ["ref"] = reference, ["section"] = "smartphones", ["title"] = Title, ["price"] = "45000", ["commune"] = "3101", ["attr.brand"] = "Samsung", ["attr.model"] = "Galaxy S21",
        })], Publish: true));
        using var seller = await TestSupport.Browsing.Browser.SignedInAs(
            new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }, DemoPeople.Seller, root: new Uri(market.Address));
        await (await seller.Open($"/fr/offer/{id}/words")).Submit("words", ("title", Title.Replace("128", "256", StringComparison.Ordinal)),
            ("price_type", "Negotiable"), ("price", "45000"), ("wilaya", "31"), ("commune", "3101"));
        await (await seller.Open($"/fr/offer/{id}/photos")).Upload("photos", "photos", [("front.jpg", DemoPictures.Draw("hatchback", 256, 0))], ("next", "true"));
        await (await seller.Open($"/fr/offer/{id}/preview")).Submit("submit");
        var caseId = Case.IdOf(SubjectKinds.Listing, id);
        await Waiting.Until(async () =>
        {
            await using var session = market.Service<Souq.Moderation.IModerationStore>().QuerySession();
            return await session.LoadAsync<Souq.Moderation.Queue.QueueItem>(caseId) is not null;
        });
        return caseId;
    }
}
