using Souq.Accounts.Demo;
using Souq.Host.Demo.Pictures;
using Souq.Integration.Road;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Listings;

[Collection(nameof(Market))]
public sealed class DuplicateTests(Market market)
{
    private static int pictures = 7_000;

    [Fact]
    public async Task The_seller_is_told_before_he_submits_the_same_again()
    {
        var (word, picture) = (RoadSteps.NewWord(), Interlocked.Increment(ref pictures));
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var first = await market.Submit(await seller.Preview($"{word} Galaxy noir", "/fr", photo: picture));
        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        await market.Approve(moderator, $"{word} Galaxy noir");

        var again = await seller.Preview($"{word} Galaxy noir neuf", "/fr", photo: picture);
        var other = await seller.Preview($"{RoadSteps.NewWord()} {RoadSteps.NewWord()} {RoadSteps.NewWord()}", "/fr", photo: Interlocked.Increment(ref pictures));

        again.Text("main").ShouldContain($"{first.Number}");
        again.Document.QuerySelector($"a[href='desk/{first.Number}']").ShouldNotBeNull();
        other.Document.QuerySelector(".notice a[href^='desk/']").ShouldBeNull();
        // He knows best: nothing holds him up.
        (await market.Submit(again)).Number.ShouldBeGreaterThan(first.Number);
    }

    private static async Task<Page> Offer(Browser who, string title, string price, byte[] photo) =>
        await (await who.WriteOffer(title, "/fr", price: price)).Upload("photos", "photos", [("front.jpg", photo)], ("next", "true"));

    [Fact]
    public async Task The_photos_of_another_seller_are_a_flag_for_moderation_and_no_refusal()
    {
        // Drawn, not noise: there must be something in it to be known by.
        var (word, photo) = (RoadSteps.NewWord(), DemoPictures.Draw("guitar", 4711, 0));
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var first = await market.Submit(await Offer(seller, $"{word} original", "45000", photo));
        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        await market.Approve(moderator, $"{word} original");

        using var thief = await market.SignedInAs(DemoPeople.Merchant);
        await market.Submit(await Offer(thief, $"{word} copie moins chère", "20000", photo));

        var page = await moderator.OpenCase($"{word} copie");
        page.Text("main").ShouldContain("Mêmes photos");
        page.Document.QuerySelector($"a[href='l/{first.Number}']").ShouldNotBeNull();
    }
}
