using System.Net;
using Souq.Accounts.Demo;
using Souq.Accounts.Stores;
using Souq.Integration.Road;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Stores;

[Collection(nameof(Market))]
public sealed class BadgeTests(Market market)
{
    [Fact]
    public async Task The_badge_is_asked_for_with_a_register_number_and_granted_by_the_operator()
    {
        var (seller, slug, person, email) = await market.NewStore();
        using var _1 = seller;
        var desk = await seller.Open("/fr/desk/store");
        var wrong = await desk.Submit("badge", ("number", "1234"));
        (wrong.Status, wrong.Field("number")).ShouldBe((HttpStatusCode.UnprocessableEntity, "1234"));
        (await market.Follow(() => desk.Submit("badge", ("number", "31 / 00 – 1234567 b 12")))).Address.Query.ShouldBe("?done=asked");

        using var admin = await market.SignedInAs(DemoPeople.Admin);
        (await admin.Open("/fr/admin/stores")).Text().ShouldContain("Garage Amina");
        var page = await admin.Open($"/fr/admin/stores/{Store.IdOf(person)}");
        page.Text().ShouldContain("31/00-1234567B12");
        (await page.Submit("badge", ("verdict", "Deny"))).Error("words").ShouldNotBeEmpty();
        await market.Follow(() => page.Submit("badge", ("verdict", "Grant")));

        market.MailTo(email).ShouldHaveSingleItem().Subject.ShouldNotBeNull().ShouldContain("vérifiée");
        using var buyer = market.Browser();
        (await buyer.Open($"/fr/s/{slug}")).Text(".store-head").ShouldContain("Vérifié");
        (await buyer.Open($"/fr/s/{slug}")).Html.ShouldNotContain("1234567");
        (await page.Submit("badge", ("verdict", "Grant"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Another_name_is_looked_at_again_and_a_withdrawn_badge_says_why()
    {
        var (seller, slug, person, email) = await Verified();
        using var _1 = seller;
        await market.Follow(async () => await (await seller.Open("/fr/desk/store")).Submit("store", ("title", "Garage Nouveau")));
        using var buyer = market.Browser();
        (await buyer.Open($"/fr/s/{slug}")).Text(".store-head").ShouldNotContain("Vérifié");
        using var admin = await market.SignedInAs(DemoPeople.Admin);
        var page = await admin.Open($"/fr/admin/stores/{Store.IdOf(person)}");
        await market.Follow(() => page.Submit("badge", ("verdict", "Grant")));
        page = await admin.Open($"/fr/admin/stores/{Store.IdOf(person)}");
        await market.Follow(() => page.Submit("badge", ("verdict", "Withdraw"), ("words", "L'extrait a expiré.")));
        market.MailTo(email)[^1].TextBody.ShouldNotBeNull().ShouldContain("L'extrait a expiré.");
        (await seller.Open("/fr/desk/store")).Text(".badge-form").ShouldContain("L'extrait a expiré.");
    }

    [Fact]
    public async Task Only_the_operator_decides()
    {
        var (seller, _, person, _) = await market.NewStore();
        using var _1 = seller;
        (await seller.Open("/fr/admin/stores")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await seller.Open($"/fr/admin/stores/{Store.IdOf(person)}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var admin = await market.SignedInAs(DemoPeople.Admin);
        (await admin.Open($"/fr/admin/stores/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<(Browser, string, Guid, string)> Verified()
    {
        var (seller, slug, person, email) = await market.NewStore();
        await market.Follow(async () => await (await seller.Open("/fr/desk/store")).Submit("badge", ("number", "31/00-7654321A10")));
        using var admin = await market.SignedInAs(DemoPeople.Admin);
        var page = await admin.Open($"/fr/admin/stores/{Store.IdOf(person)}");
        await market.Follow(() => page.Submit("badge", ("verdict", "Grant")));
        return (seller, slug, person, email);
    }
}
