using Microsoft.Playwright;
using Souq.Accounts.Demo;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Moderation.Appeals;
using Souq.Moderation.Contracts;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;
using Souq.Moderation.Sanctions;
using Case = Souq.Moderation.Case;

namespace Souq.Browser;

/// <summary>Appeals and decisions about people with nothing but the keyboard.</summary>
[Collection<OpenMarketCollection>]
public class AppealWalkTests(OpenMarket market)
{
    /// <summary>Where nobody else of these tests has adverts, so that the first in the queue is one's own.</summary>
    private const string Section = "decoration", Other = "linen";

    private static readonly Guid Seller = DemoPeople.IdOf(DemoPeople.Seller), Merchant = DemoPeople.IdOf(DemoPeople.Merchant), Karim = DemoPeople.IdOf(DemoPeople.Moderator);

    [Fact]
    public async Task An_appeal_of_a_refusal_is_upheld_taken_back_and_overturned_by_keyboard_alone()
    {
        var advert = await Refused("Tapis berbère");
        await market.Tick(new AppealDecision(advert, Seller, "Ce sont mes propres photos."));
        var leila = await market.Visitor("/fr", 1280);
        await leila.SignIn(DemoPeople.Admin);
        await leila.Go($"/moderation?section={Section}");
        var (page, keys) = (leila.Page, leila.Page.Keyboard);
        await keys.PressAsync("n");
        await page.Locator("#appeal").WaitForAsync();
        await leila.ShouldSee("Ce sont mes propres photos.");
        await leila.Look("appeal-advert-fr");
        await Uphold(page, "Elles sont floues.");
        await page.Locator(".console-done", new() { HasTextString = "Décision maintenue" }).WaitForAsync();
        await keys.PressAsync("u");
        await page.Locator(".console-done", new() { HasTextString = "Décision annulée" }).WaitForAsync();
        (await page.InputValueAsync("[name=words]")).ShouldBe("Elles sont floues.");
        await Heard(page);
        await keys.PressAsync("a");
        await page.Locator(".console-done", new() { HasTextString = "Décision renversée" }).WaitForAsync();
        await market.Settle();
        await market.Letter(DemoPeople.Seller, "Tapis berbère");
        await using var session = market.Service<Souq.Moderation.IModerationStore>().QuerySession();
        (await session.LoadAsync<Case>(advert, TestContext.Current.CancellationToken))!.State.ShouldBe(Souq.Moderation.CaseState.Approved);
    }

    [Fact]
    public async Task An_appeal_of_a_person_is_found_in_the_queue_read_on_one_screen_and_answered_by_keyboard_alone()
    {
        var sanction = Guid.CreateVersion7();
        await market.Tick(new SanctionPerson(sanction, Merchant, Karim, false, null, SanctionKind.Warning, [], null, "spam", "Trop de messages."));
        await market.Tick(new AppealSanction(Merchant, sanction, "Je n’ai écrit qu’une fois."));
        var leila = await market.Visitor("/fr", 1280);
        await leila.SignIn(DemoPeople.Admin);
        await leila.Go("/moderation?kind=sanction");
        var (page, keys) = (leila.Page, leila.Page.Keyboard);
        await Heard(page);
        // The last in the list came last.
        await keys.PressAsync("k");
        await page.Locator("#imposed").WaitForAsync();
        page.Url.ShouldContain($"{SanctionAppeals.CaseOf(sanction)}");
        foreach (var said in new[] { "Avertissement", "Trop de messages.", "Je n’ai écrit qu’une fois." }) await leila.ShouldSee(said);
        await leila.Look("appeal-person-fr");
        await Uphold(page, "Les messages sont là.");
        await page.Locator(".console-done", new() { HasTextString = "Décision maintenue" }).WaitForAsync();
        await market.Settle();
        await market.Letter(DemoPeople.Merchant, "Les messages sont là.");

        foreach (var (language, width) in new[] { ("", 390), ("/fr", 820) })
        {
            var other = await market.Visitor(language, width);
            await other.SignIn(DemoPeople.Admin);
            await other.Go($"/moderation/cases/{SanctionAppeals.CaseOf(sanction)}");
            await other.Look($"appeal-person-{language.Trim('/')}{width}");
        }
    }

    [Fact]
    public async Task A_person_is_limited_and_the_slip_taken_back_by_keyboard_alone()
    {
        var somebody = Guid.CreateVersion7();
        var karim = await market.Visitor("/fr", 1280);
        await karim.SignIn(DemoPeople.Moderator);
        await karim.Go($"/moderation/people/{somebody}");
        var (page, keys) = (karim.Page, karim.Page.Keyboard);
        await Heard(page);
        await keys.PressAsync("?");
        await page.Locator(".console-keys[open]").WaitForAsync();
        await karim.Look("person-keys-fr");
        await keys.PressAsync("?");
        await keys.PressAsync("2");
        await keys.PressAsync("6");
        await keys.PressAsync("d");
        await keys.TypeAsync("9");
        await keys.PressAsync("Escape");
        await keys.PressAsync("g");
        await keys.TypeAsync("Envois");
        await keys.PressAsync("Escape");
        await keys.PressAsync("w");
        await keys.TypeAsync("Trop de messages.");
        await keys.PressAsync("Escape");
        await keys.PressAsync("r");
        await page.WaitForURLAsync(url => url.Contains("done=", StringComparison.Ordinal));
        await karim.ShouldSee("prend effet à");
        await Heard(page);
        await karim.Look("person-pending-fr");
        await keys.PressAsync("u");
        await page.WaitForURLAsync(url => !url.Contains("done=", StringComparison.Ordinal));
        await karim.ShouldSee("Décision annulée");
        (await page.InputValueAsync("[name=days]")).ShouldBe("9");
        (await page.IsCheckedAsync("[name=acts][value=Messaging]")).ShouldBeTrue();
        (await page.InputValueAsync("[name=words]")).ShouldBe("Trop de messages.");
        await market.Settle();
        await using var session = market.Service<Souq.Moderation.IModerationStore>().QuerySession();
        (await session.LoadAsync<PersonFile>(PersonFile.IdOf(somebody), TestContext.Current.CancellationToken))!.Sanctions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Alike_cases_are_decided_and_taken_back_by_keyboard_alone()
    {
        var first = await Submit("Rideau un", Other);
        await Submit("Rideau deux", Other);
        var karim = await market.Visitor("/fr", 1280);
        await karim.SignIn(DemoPeople.Moderator);
        await karim.Go($"/moderation/cases/{first}");
        var (page, keys) = (karim.Page, karim.Page.Keyboard);
        await Heard(page);
        await keys.PressAsync("l");
        await page.WaitForURLAsync(url => url.Contains("/alike/", StringComparison.Ordinal));
        await Heard(page);
        await keys.PressAsync("c");
        (await page.EvaluateAsync<string>("document.activeElement.dataset.key")).ShouldBe("c");
        await keys.PressAsync("1");
        (await page.IsCheckedAsync("[name=act][value=Approve]")).ShouldBeTrue();
        await karim.Look("alike-keys-fr");
        await keys.PressAsync("r");
        await page.WaitForURLAsync(url => url.Contains("/bulk/", StringComparison.Ordinal));
        await Heard(page);
        await keys.PressAsync("u");
        await page.Locator("main", new() { HasTextString = "rien n'a été décidé" }).WaitForAsync();
    }

    /// <summary>Its keys are heard once the script of a page has run.</summary>
    private static Task Heard(IPage page) => page.Locator("html[data-keys]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    private static async Task Uphold(IPage page, string words)
    {
        await Heard(page);
        await page.Locator(".standing.mine").WaitForAsync();
        await page.Keyboard.PressAsync("w");
        await page.Keyboard.TypeAsync(words);
        await page.Keyboard.PressAsync("Control+Enter");
    }

    private async Task<Guid> Refused(string title)
    {
        var caseId = await Submit(title, Section);
        await market.Tick(new RefuseCase(caseId, 1, Karim, "photos", null));
        return caseId;
    }

    private async Task<Guid> Submit(string title, string slug)
    {
        var (listing, section) = (Guid.CreateVersion7(), market.Service<ICatalog>().Current.Section(slug)!.Id);
        await market.Tick(new ListingSubmitted(
            listing, 1, 930_000_000 + Random.Shared.Next(1_000_000), Seller, section, title, 3101, new Price(PriceType.Negotiable, 12_500), "photo", market.Clock.GetUtcNow(), null, title));
        market.Clock.Advance(TimeSpan.FromSeconds(1));
        return Case.IdOf(SubjectKinds.Listing, listing);
    }
}
