using Souq.Accounts.Demo;
using Souq.Host.Demo.Pictures;
using Souq.Integration.Road;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Listings;

/// <summary>What a moderator sees beside an advert.</summary>
[Collection(nameof(Market))]
public sealed class ComparingTests(Market market)
{
    [Fact]
    public async Task A_changed_advert_shows_word_by_word_what_is_not_as_it_was_approved()
    {
        var listing = await market.Publish($"{RoadSteps.NewWord()} S21 128 Go", "/fr");
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var words = await seller.Open($"/fr/offer/{listing.Id}/words");
        await words.Submit("words", ("title", listing.Draft.Title.Replace("128", "256", StringComparison.Ordinal)), ("description", "Bon état, sans sa boîte."),
            ("price_type", "Negotiable"), ("price", "135000"), ("wilaya", "31"), ("commune", "3101"));
        await market.Follow(async () => await (await seller.Open($"/fr/offer/{listing.Id}/preview")).Submit("submit"));

        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        var page = await moderator.OpenCase(listing.Draft.Title.Split(' ')[0]);
        Texts(page, ".comparison del").ShouldBe(["128", "avec", "45 000"], ignoreOrder: true);
        Texts(page, ".comparison ins").ShouldBe(["256", "sans", "135 000"], ignoreOrder: true);
        await market.Decide(page, "approve");
    }

    [Fact]
    public async Task A_first_revision_is_compared_with_nothing()
    {
        var title = $"{RoadSteps.NewWord()} neuf";
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        await market.Submit(await seller.Preview(title, "/fr"));
        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        var page = await moderator.OpenCase(title);
        page.Document.QuerySelector(".comparison").ShouldBeNull();
        await market.Decide(page, "approve");
    }

    [Fact]
    public async Task Photos_that_are_shown_elsewhere_stand_beside_each_other_with_whose_they_are()
    {
        var (word, photo) = (RoadSteps.NewWord(), DemoPictures.Draw("bicycle", 4713, 0));
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        var first = await market.Submit(await Offer(seller, $"{word} original", photo));
        await market.Approve(moderator, $"{word} original");
        using var other = await market.SignedInAs(DemoPeople.Merchant);
        await market.Submit(await Offer(other, $"{word} copie", photo));
        await market.CatchUp();

        var page = await moderator.OpenCase($"{word} copie");
        page.Text(".twins").ShouldContain("autre vendeur");
        page.Text(".twins").ShouldContain($"{word} original");
        page.Document.QuerySelector($".twins a[href='l/{first.Number}']").ShouldNotBeNull();
        await market.Decide(page, "approve");
        await market.Submit(await Offer(other, $"{word} encore", photo));
        page = await moderator.OpenCase($"{word} encore");
        page.Text(".twins").ShouldContain("même vendeur");
        await market.Decide(page, "approve");
    }

    private static async Task<Page> Offer(Browser who, string title, byte[] photo) =>
        await (await who.WriteOffer(title, "/fr")).Upload("photos", "photos", [("front.jpg", photo)], ("next", "true"));

    private static IReadOnlyList<string> Texts(Page page, string selector) =>
        [.. page.Document.QuerySelectorAll(selector).Select(e => e.TextContent.Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace("DA", "", StringComparison.Ordinal).Trim())];
}
