using Microsoft.Playwright;
using Souq.Accounts.Demo;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Moderation;
using Souq.Moderation.Blind;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;
using Souq.TestSupport;
using Case = Souq.Moderation.Case;

namespace Souq.Browser;

/// <summary>The pages of those who run the market: as open to all as those of everybody else, and worked by keyboard.</summary>
[Collection<OpenMarketCollection>]
public class StaffPagesTests(OpenMarket market)
{
    private static readonly Guid Seller = DemoPeople.IdOf(DemoPeople.Seller), Karim = DemoPeople.IdOf(DemoPeople.Moderator), Leila = DemoPeople.IdOf(DemoPeople.Admin);

    [Theory]
    [InlineData("", 390)]
    [InlineData("/fr", 1280)]
    [InlineData("/en", 768)]
    public async Task Pages_of_the_staff_keep_nobody_out(string language, int width)
    {
        var caseId = await Decided();
        var admin = await market.Visitor(language, width);
        await admin.SignIn(DemoPeople.Admin);
        foreach (var (path, name) in new[]
        {
            ("/admin/staff", "staff"), ($"/admin/staff/{Karim}", "staff-member"), ("/admin/views", "views"), ("/moderation/dashboard", "dashboard"),
            ("/moderation/blind", "blind"), ($"/moderation/blind/{Decision.IdOf(caseId, 1)}", "second-look"), ($"/moderation/cases/{caseId}/past?step=1", "past-case"),
            ($"/moderation/sellers/{Seller}/trust", "past-trust"),
        })
        {
            await admin.Go(path);
            await admin.Look($"{name}-{language.Trim('/')}{width}");
        }
    }

    [Fact]
    public async Task A_second_opinion_is_given_by_keyboard_alone()
    {
        var caseId = await Decided();
        var admin = await market.Visitor("/fr", 1280);
        await admin.SignIn(DemoPeople.Admin);
        await admin.Go($"/moderation/blind/{Decision.IdOf(caseId, 1)}");
        await admin.Page.FocusAsync("input[name=reasonCode]");
        await admin.Page.Keyboard.PressAsync("Space");
        await admin.Page.Keyboard.PressAsync("Tab");
        await admin.Page.Keyboard.PressAsync("Enter");
        await admin.Page.WaitForURLAsync(url => !url.Contains(Decision.IdOf(caseId, 1).ToString(), StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await admin.Go($"/moderation/blind/{Decision.IdOf(caseId, 1)}");
        (await admin.Page.Locator("main").InnerTextAsync()).ShouldContain("Celle-ci a reçu sa réponse");
    }

    /// <summary>A case that the moderator refused, and that is drawn to be decided once more.</summary>
    private async Task<Guid> Decided()
    {
        await market.Tick(new SetBlindSampling(100, Leila));
        var listing = Guid.CreateVersion7();
        await market.Tick(new ListingSubmitted(
            listing, 1, 900_000_000 + Random.Shared.Next(1_000_000), Seller, 100, "Clio 4 propre", 3101, new Price(PriceType.Negotiable, 1_850_000), null, market.Clock.GetUtcNow()));
        var caseId = Case.IdOf(SubjectKinds.Listing, listing);
        await market.Tick(new RefuseCase(caseId, 1, Karim, "photos", null));
        await Waiting.Until(async () =>
        {
            await using var session = market.Service<IModerationStore>().QuerySession();
            return await session.LoadAsync<SecondLook>(Decision.IdOf(caseId, 1)) is not null;
        });
        return caseId;
    }
}
