using NetVips;
using Souq.Accounts.Demo;
using Souq.Integration.Road;
using Souq.Listings;
using Souq.Listings.Photos;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Listings.Writing;

/// <summary>Order and turns of photos, with nothing but buttons.</summary>
[Collection(nameof(Market))]
public sealed class PhotoTrayTests(Market market)
{
    private static string[] Kept(Page page) => [.. page.Document.QuerySelectorAll("input[name=kept]").Select(e => e.GetAttribute("value")!)];

    /// <summary>Red on the left and blue on the right: a quarter clockwise brings red to the top.</summary>
    private static byte[] TwoColours()
    {
        using var left = Image.Black(300, 400) + new[] { 220.0, 20, 20 };
        using var right = Image.Black(300, 400) + new[] { 20.0, 20, 220 };
        using var both = left.Join(right, Enums.Direction.Horizontal).Copy(interpretation: Enums.Interpretation.Srgb).Cast(Enums.BandFormat.Uchar);
        return both.JpegsaveBuffer(q: 90);
    }

    [Fact]
    public async Task Photos_are_moved_by_buttons_and_stay_when_the_rest_of_a_form_is_refused()
    {
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var page = await seller.WriteOffer(RoadSteps.NewWord(), "/fr");
        page = await page.Upload("photos", "photos", [("a.jpg", RoadSteps.Jpeg(81)), ("b.jpg", RoadSteps.Jpeg(82)), ("c.jpg", RoadSteps.Jpeg(83))]);
        var ids = Kept(page);
        ids.Length.ShouldBe(3);

        page = await page.Submit("photos", ("later", ids[0]));
        Kept(page).ShouldBe([ids[1], ids[0], ids[2]]);
        page = await page.Submit("photos", ("earlier", ids[2]));
        Kept(page).ShouldBe([ids[1], ids[2], ids[0]]);
        page = await page.Submit("photos", ("cover", ids[0]));
        Kept(page).ShouldBe([ids[0], ids[1], ids[2]]);
        page = await page.Submit("photos", ("earlier", ids[0]));
        Kept(page).ShouldBe(ids, "at an end it stays");

        page = await page.Upload("photos", "photos", [("note.jpg", "a text"u8.ToArray()), ("d.jpg", RoadSteps.Jpeg(84))], ("next", "true"));
        page.Text("[role=alert]").ShouldContain("note.jpg");
        Kept(page).Length.ShouldBe(4);
        page = await seller.Open(page.Address.AbsolutePath.Replace("/photos", "/words", StringComparison.Ordinal));
        page = await page.Submit("words", ("title", "x"));
        Kept(await seller.Open(page.Address.AbsolutePath.Replace("/words", "/photos", StringComparison.Ordinal))).Length.ShouldBe(4);
    }

    [Fact]
    public async Task A_photo_is_turned_in_its_place_and_four_turns_are_none()
    {
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var page = await seller.WriteOffer(RoadSteps.NewWord(), "/fr");
        page = await page.Upload("photos", "photos", [("a.jpg", TwoColours()), ("b.jpg", RoadSteps.Jpeg(85))]);
        var ids = Kept(page);

        page = await page.Submit("photos", ("turn", ids[0]));

        var turned = Kept(page);
        turned[1].ShouldBe(ids[1]);
        turned[0].ShouldNotBe(ids[0]);
        await using (var file = (await market.Service<IPhotoStore>().Open(turned[0], PhotoSize.Zoom, TestContext.Current.CancellationToken)).ShouldNotBeNull())
        {
            using var picture = Image.NewFromStream(file);
            (picture.Width, picture.Height).ShouldBe((400, 600));
            picture.Getpoint(200, 50)[0].ShouldBeGreaterThan(180, "red is at the top");
            picture.Getpoint(200, 550)[2].ShouldBeGreaterThan(180, "and blue below");
        }

        for (var i = 0; i < 3; i++) page = await page.Submit("photos", ("turn", Kept(page)[0]));
        Kept(page).ShouldBe(ids);
    }

    [Fact]
    public async Task Another_order_and_a_turned_photo_of_a_published_advert_are_public_at_once()
    {
        var listing = await market.Publish(RoadSteps.NewWord(), "/fr");
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var page = await seller.Open($"/fr/offer/{listing.Id}/photos");
        page = await page.Submit("photos", ("turn", Kept(page)[0]));
        page = await page.Submit("photos", ("turn", Kept(page)[0]));
        await market.Follow(async () => await (await seller.Open($"/fr/offer/{listing.Id}/preview")).Submit("submit"));

        var after = await market.Advert(listing.Number);
        after.Review.ShouldBe(ListingReview.Approved);
        after.Public!.Photos.Single().Picture.ShouldBe(listing.Public!.Photos.Single().Id);
        after.Public.Photos.Single().Id.ShouldNotBe(listing.Public.Photos.Single().Id);
    }
}
