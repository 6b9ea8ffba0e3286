using System.Net;
using System.Text;
using Souq.Accounts.Demo;
using Souq.Listings;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Road;

[Collection(nameof(Market))]
public sealed class OfferingTests(Market market) : IAsyncLifetime
{
    private readonly string title = $"هاتف سامسونغ {RoadSteps.NewWord()}";
    private Browser seller = null!;
    private Browser moderator = null!;

    public async ValueTask InitializeAsync() =>
        (seller, moderator) = (await market.SignedInAs(DemoPeople.Seller), await market.SignedInAs(DemoPeople.Moderator));

    public ValueTask DisposeAsync()
    {
        seller.Dispose();
        moderator.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_picture_that_is_none_is_refused_by_name_and_the_good_ones_stay()
    {
        var page = await seller.WriteOffer(title, "/fr");
        var drawing = Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");

        page = await page.Upload("photos", "photos",
            [("devant.jpg", RoadSteps.Jpeg(1)), ("dessin.jpg", drawing), ("dos.jpg", RoadSteps.Jpeg(2))], ("next", "true"));

        page.Address.AbsolutePath.ShouldEndWith("/photos");
        page.Text("[role=alert]").ShouldContain("dessin.jpg");
        page.Text("[role=alert]").ShouldNotContain("devant.jpg");
        page.Document.QuerySelectorAll(".tray-photos img").Length.ShouldBe(2);
    }

    [Fact]
    public async Task The_photo_chosen_as_cover_comes_first_and_a_removed_one_is_gone()
    {
        var page = await seller.WriteOffer(title);
        page = await page.Upload("photos", "photos", [("a.jpg", RoadSteps.Jpeg(3)), ("b.jpg", RoadSteps.Jpeg(4)), ("c.jpg", RoadSteps.Jpeg(5))]);
        var kept = Kept(page);
        kept.Count.ShouldBe(3);

        page = await page.Upload("photos", "photos", [], ("cover", kept[2]));
        Kept(page).ShouldBe([kept[2], kept[0], kept[1]]);
        page = await page.Upload("photos", "photos", [], ("remove", kept[0]));
        Kept(page).ShouldBe([kept[2], kept[1]]);
    }

    [Fact]
    public async Task The_preview_shows_the_advert_as_buyers_will_see_it()
    {
        var preview = await seller.Preview(title, "/fr");
        var listing = await market.Submit(preview);
        await market.Approve(moderator, title);
        using var buyer = market.Browser();
        var page = await buyer.Open($"/fr/l/{listing.Number}");

        page.Status.ShouldBe(HttpStatusCode.OK);
        // Where its price stands follows what others ask, and in between others may have asked.
        page.Document.QuerySelector(".price-standing")?.Remove();
        preview.Document.QuerySelector(".price-standing")?.Remove();
        foreach (var part in new[] { "article.listing h1", ".price", ".listing-body" })
            preview.Text(part).ShouldBe(page.Text(part));
        page.Text("article.listing h1").ShouldBe(title);
        page.Text(".listing-body").ShouldContain("Galaxy S21");
        (await buyer.Open($"/photos/{listing.Draft.Cover!.Id}/page.webp")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_waits_for_a_moderator_is_on_his_desk_and_nowhere_else()
    {
        var listing = await market.Submit(await seller.Preview(title));
        using var visitor = market.Browser();

        (await visitor.Open($"/l/{listing.Number}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.Open($"/api/v1/listings/{listing.Number}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.Open($"/search?q={Uri.EscapeDataString($"\"{title}\"")}")).Numbers().ShouldBeEmpty();
        (await seller.Open("/desk")).Text().ShouldContain(title);
        (await moderator.OpenCase(title)).Text(".console-case").ShouldContain(title);
    }

    [Fact]
    public async Task What_was_approved_is_found_at_home_in_every_language_and_by_programs()
    {
        var listing = await market.Submit(await seller.Preview(title));
        await market.Approve(moderator, title);
        using var buyer = market.Browser();

        foreach (var language in new[] { "", "/fr", "/en" })
        {
            (await buyer.Open($"{language}/")).Numbers().ShouldContain(listing.Number);
            var found = await buyer.Open($"{language}/search?q={Uri.EscapeDataString(title)}&section=phones&wilaya=31&commune=3101&min=40000&max=50000");
            found.Numbers().ShouldBe([listing.Number]);
            (await found.Follow("article.card .card-title a")).Text("article.listing h1").ShouldBe(title);
        }

        using var api = System.Text.Json.JsonDocument.Parse(
            (await buyer.Open($"/fr/api/v1/listings?q={Uri.EscapeDataString(title)}&attr.brand=samsung")).Html);
        var item = api.RootElement.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        item.GetProperty("number").GetInt64().ShouldBe(listing.Number);
        item.GetProperty("price").GetProperty("dinars").GetInt64().ShouldBe(45_000);
        item.GetProperty("section").GetString().ShouldBe("smartphones");
        item.GetProperty("commune").GetProperty("code").GetInt32().ShouldBe(3101);
        item.GetProperty("url").GetString().ShouldBe($"http://localhost/fr/l/{listing.Number}");
        api.RootElement.GetProperty("total").GetInt32().ShouldBe(1);
        market.MailTo(DemoPeople.Seller)[^1].HtmlBody.ShouldNotBeNull().ShouldContain(title);
    }

    [Fact]
    public async Task A_refused_advert_comes_back_with_reasons_is_corrected_and_comes_again()
    {
        var listing = await market.Submit(await seller.Preview(title));
        await market.Refuse(moderator, title, "photos", "الصورة غير واضحة");

        var letter = market.MailTo(DemoPeople.Seller)[^1];
        letter.TextBody.ShouldNotBeNull().ShouldContain("الصورة غير واضحة");
        (await market.Advert(listing.Number)).Review.ShouldBe(ListingReview.Refused);
        (await seller.Open($"/desk/{listing.Number}")).Text().ShouldContain("الصورة غير واضحة");

        var page = await seller.Open(letter.LinkTo("offer/"));
        page = await page.Submit("details");
        page = await page.Submit("words", ("title", title + " نظيف"));
        page = await page.Upload("photos", "photos", [("again.jpg", RoadSteps.Jpeg(9))], ("next", "true"));
        (await market.Submit(page)).Revision.ShouldBe(2);
        await market.Approve(moderator, title + " نظيف");

        using var buyer = market.Browser();
        (await buyer.Open($"/l/{listing.Number}")).Text("article.listing h1").ShouldBe(title + " نظيف");
    }

    private static IReadOnlyList<string> Kept(Page page) =>
        [.. page.Document.QuerySelectorAll("input[name=kept]").Select(i => i.GetAttribute("value")!)];
}
