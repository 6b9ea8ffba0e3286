using System.Globalization;
using System.Net;
using Souq.Accounts.Demo;
using Souq.Integration.Road;
using Souq.Listings;
using Souq.Listings.Pricing;
using Souq.Web.Commands;

namespace Souq.Integration.Listings;

[Collection(nameof(Market))]
public sealed class HistoryPageTests(Market market)
{
    private async Task<Listing> Dropped(long to)
    {
        var listing = await market.Publish(RoadSteps.NewWord() + " S21", "/fr");
        market.Clock.Advance(TimeSpan.FromHours(2));
        (await market.Follow(() => market.Service<CommandSender>().Send(
            new ChangePrice(listing.Id, listing.SellerId, listing.Public!.Price! with { Dinars = to })))).ShouldBeEmpty();
        return await market.Advert(listing.Number);
    }

    [Fact]
    public async Task A_drop_is_told_on_the_advert_its_card_and_the_page_of_drops()
    {
        var listing = await Dropped(40_000);
        using var buyer = market.Browser();

        var page = await buyer.Open($"/fr/l/{listing.Number}");
        page.Text(".listing .price").ShouldContain("11");
        page.Text(".price-history").ShouldContain("40 000");
        (await buyer.Open("/fr/offers")).Numbers()[0].ShouldBe(listing.Number);
        (await buyer.Open("/fr/offers?wilaya=16")).Numbers().ShouldNotContain(listing.Number);
        market.Clock.Advance(PriceHistory.Memory + TimeSpan.FromMinutes(1));
        (await buyer.Open("/fr/offers")).Numbers().ShouldNotContain(listing.Number);
        (await buyer.Open($"/fr/l/{listing.Number}")).Document.QuerySelector(".listing .price-drop").ShouldBeNull();
    }

    [Fact]
    public async Task The_owner_and_a_moderator_see_the_whole_past_and_nobody_else()
    {
        var listing = await Dropped(41_000);
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        using var stranger = await market.SignedInAs(DemoPeople.Buyer);

        var page = await seller.Open($"/fr/l/{listing.Number}/history");
        page.Text("ol.timeline li").ShouldContain("Prix changé");
        page.Text("ol.timeline li").ShouldContain("41 000");
        (await moderator.Open($"/l/{listing.Number}/history")).Status.ShouldBe(HttpStatusCode.OK);
        (await stranger.Open($"/fr/l/{listing.Number}/history")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Open($"/fr/l/{listing.Number}/history/1")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await seller.Open($"/fr/l/{listing.Number}/history/999")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_advert_is_shown_as_it_stood_at_any_moment()
    {
        var before = market.Clock.GetUtcNow();
        var listing = await Dropped(42_000);
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        string At(DateTimeOffset moment) => moment.ToOffset(TimeSpan.FromHours(1)).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

        (await seller.Open($"/fr/l/{listing.Number}/history?at={At(listing.PublishedAt!.Value.AddMinutes(1))}")).Text(".listing .price").ShouldContain("45 000");
        (await seller.Open($"/fr/l/{listing.Number}/history?at={At(market.Clock.GetUtcNow().AddMinutes(1))}")).Text(".listing .price").ShouldContain("42 000");
        var never = await seller.Open($"/fr/l/{listing.Number}/history?at={At(before.AddDays(-1))}");
        never.Status.ShouldBe(HttpStatusCode.OK);
        never.Text("main").ShouldContain("n'existait pas");
        (await seller.Open($"/fr/l/{listing.Number}/history?at=yesterday")).Status.ShouldBe(HttpStatusCode.OK);
    }
}
