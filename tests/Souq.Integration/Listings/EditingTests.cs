using Souq.Accounts.Demo;
using Souq.Integration.Road;
using Souq.Listings;
using Souq.Listings.Importing;

namespace Souq.Integration.Listings;

[Collection(nameof(Market))]
public sealed class EditingTests(Market market)
{
    private async Task<Listing> Edit(string title, string price, string? description = null)
    {
        var listing = await market.Publish(RoadSteps.NewWord() + " S21 128 Go", "/fr");
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var words = await seller.Open($"/fr/offer/{listing.Id}/words");
        await words.Submit("words", ("title", title.Replace("{0}", listing.Draft.Title, StringComparison.Ordinal)),
            ("description", description ?? "Bon état, avec sa boîte."), ("price_type", "Negotiable"), ("price", price), ("wilaya", "31"), ("commune", "3101"));
        await market.Follow(async () => await (await seller.Open($"/fr/offer/{listing.Id}/preview")).Submit("submit"));
        return await market.Advert(listing.Number);
    }

    [Fact]
    public async Task A_small_edit_is_public_at_once_and_found()
    {
        var listing = await Edit("{0} noir", "44000", "Vendu avec deux coques.");

        listing.Public!.Description.ShouldBe("Vendu avec deux coques.");
        using var buyer = market.Browser();
        (await buyer.Open($"/fr/l/{listing.Number}")).Text(".description").ShouldBe("Vendu avec deux coques.");
        (await buyer.Open($"/fr/search?q={listing.Draft.Title.Split(' ')[0]}+noir")).Numbers().ShouldBe([listing.Number]);
    }

    [Fact]
    public async Task A_large_edit_waits_and_the_public_keeps_the_old_one_meanwhile()
    {
        var listing = await Edit("{0}", "135000");

        listing.Review.ShouldBe(ListingReview.Waiting);
        using var buyer = market.Browser();
        (await buyer.Open($"/fr/l/{listing.Number}")).Text(".listing .price").ShouldContain("45 000");
        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        await market.Approve(moderator, listing.Draft.Title);
        (await buyer.Open($"/fr/l/{listing.Number}")).Text(".listing .price").ShouldContain("135 000");
    }

    [Fact]
    public async Task A_price_ten_times_off_is_asked_about_once_and_nothing_typed_is_lost()
    {
        // A model of its own: what like adverts cost is remembered for a while.
        var model = RoadSteps.NewWord();
        await market.Ask<ImportOutcome>(new ImportListings(DemoPeople.IdOf(DemoPeople.Merchant), [.. Enumerable.Range(0, 9).Select(i => new ImportRow(i, new Dictionary<string, string>
        {
            ["ref"] = $"{model}-{i}", ["section"] = "smartphones", ["title"] = "Galaxy " + model, ["price"] = $"{45_000 + (i * 100)}", ["wilaya"] = "16",
            ["attr.brand"] = "Samsung", ["attr.model"] = model,
        }))], Publish: true));
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var page = await (await seller.Open("/fr/offer?section=smartphones")).Submit("details", ("attr.brand", "Samsung"), ("attr.model", model));

        page = await page.Submit("words", ("title", "Galaxy à vendre"), ("description", "Propre."), ("price_type", "Firm"), ("price", "4500"),
            ("wilaya", "31"), ("commune", "3101"));

        page.Text(".price-question").ShouldContain("45 000");
        page.Field("title").ShouldBe("Galaxy à vendre");
        var kept = await page.Submit("words", ("price_meant", "45000"));
        kept.Address.AbsolutePath.ShouldEndWith("/photos", customMessage: kept.Text("main"));
        var back = await seller.Open(kept.Address.PathAndQuery.Replace("/photos", "/words", StringComparison.Ordinal));
        back.Field("price")!.Replace("\u00A0", "", StringComparison.Ordinal).ShouldBe("45000");
        page = await back.Submit("words", ("price", "4500"));
        page = await page.Submit("words", ("price_meant", "typed"));
        page.Address.AbsolutePath.ShouldEndWith("/photos");
    }
}
