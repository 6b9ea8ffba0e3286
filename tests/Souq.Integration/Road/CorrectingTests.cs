using System.Net;
using Souq.Accounts.Demo;
using Souq.Listings;

namespace Souq.Integration.Road;

[Collection(nameof(Market))]
public sealed class CorrectingTests(Market market)
{
    [Fact]
    public async Task An_advert_approved_with_changes_is_public_as_changed_and_found_where_it_stands_now()
    {
        var word = RoadSteps.NewWord();
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var listing = await market.Submit(await seller.Preview($"Samsung {word} 0550123456", "/fr"));
        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        var page = await moderator.OpenCase(word);
        page = await page.Follow("a[href$='/change']");
        page = await page.Submit("change", ("section", Section("tablets")));
        page.Text(".change-view").ShouldContain($"Samsung {word} •••");
        page = await market.Decide(page, "change", ("act", "confirm"));
        page.Address.Query.ShouldStartWith("?done=", customMessage: page.Text());

        var shown = await market.Advert(listing.Number);
        (shown.Life, shown.Public!.Title).ShouldBe((ListingLife.Published, $"Samsung {word} •••"));
        using var visitor = market.Browser();
        page = await visitor.Open($"/fr/l/{listing.Number}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text("article.listing h1").ShouldBe($"Samsung {word} •••");
        page.Text().ShouldNotContain("0550123456");
        (await visitor.Open($"/fr/search?q={word}&section=tablets")).Numbers().ShouldBe([listing.Number]);
        (await visitor.Open($"/fr/search?q={word}&section=smartphones")).Numbers().ShouldBeEmpty();
        market.MailTo(DemoPeople.Seller)[^1].TextBody!.ShouldContain($"Samsung {word} •••");

        // The seller sees the difference, does not agree, and another moderator finds for him.
        page = await seller.Open($"/fr/l/{listing.Number}");
        page.Text(".change-view").ShouldContain($"Samsung {word} 0550123456");
        page = await page.Follow("a[href*='appeal/']");
        await market.Follow(() => page.Submit("appeal", ("words", "C'est la référence du modèle.")));
        using var other = await market.SignedInAs(DemoPeople.Admin);
        page = await other.OpenCase(word);
        await market.Decide(page, "approve");
        (await visitor.Open($"/fr/l/{listing.Number}")).Text("article.listing h1").ShouldBe($"Samsung {word} 0550123456");
        (await visitor.Open($"/fr/search?q={word}&section=smartphones")).Numbers().ShouldBe([listing.Number]);
    }

    [Fact]
    public async Task An_advert_sent_back_is_corrected_and_published()
    {
        var word = RoadSteps.NewWord();
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var listing = await market.Submit(await seller.Preview($"Samsung {word}", "/fr"));
        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        var page = await moderator.OpenCase(word);
        page = await market.Decide(page, "refuse", ("reasonCode", "photos"), ("words", ""), ("quote", ""), ("act", "return"));
        page.Address.Query.ShouldStartWith("?done=", customMessage: page.Text());
        (await seller.Open($"/fr/desk/{listing.Number}")).Text(".notice").ShouldContain("Une correction vous est demandée");
        page = await seller.Open($"/fr/offer/{listing.Id}/preview");
        await market.Submit(page);
        await market.Approve(moderator, word);
        (await market.Advert(listing.Number)).Life.ShouldBe(ListingLife.Published);
    }

    private string Section(string slug) => $"{market.Service<Souq.Catalog.Contracts.ICatalog>().Current.Section(slug)!.Id}";
}
