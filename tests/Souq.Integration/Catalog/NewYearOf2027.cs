using Microsoft.Extensions.Time.Testing;
using Souq.Accounts.Demo;
using Souq.Catalog;
using Souq.Integration.Road;
using Souq.Listings;
using Souq.TestSupport;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Catalog;

/// <summary>The last midnight of 2026 in Algiers, at which eleven wilayas begin; on the whole program, with an advert of a town that moves.</summary>
public sealed class NewYearOf2027(TestCluster cluster)
{
    /// <summary>Khoubana: of M'Sila since 1974, of Bou Saâda from 2027.</summary>
    private const string Khoubana = "2807";

    /// <summary>Nezla: of Ouargla until 2019, of Touggourt since.</summary>
    private const string Nezla = "5504";

    [Fact]
    public async Task At_midnight_the_address_is_in_the_new_wilaya_and_the_old_and_the_new_find_it_before_and_after()
    {
        await using var market = new Market(cluster) { Clock = new FakeTimeProvider(new DateTimeOffset(2026, 12, 31, 20, 0, 0, TimeSpan.Zero)) };
        await market.InitializeAsync();
        var listing = await Publish(market, "28", Khoubana);
        var earlier = await Publish(market, "55", Nezla);
        using var visitor = market.Browser();

        market.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 31, 22, 59, 59, TimeSpan.Zero));
        await Stands(visitor, listing, 28, "M'sila", not: "Bou Saâda");
        await IsFound(visitor, listing, 28, 68);
        await IsFound(visitor, earlier, 55, 30);

        market.Clock.Advance(TimeSpan.FromSeconds(1));
        await Stands(visitor, listing, 68, "Bou Saâda", not: "M'sila");
        await Stands(visitor, earlier, 55, "Touggourt", not: "Ouargla");
        await IsFound(visitor, listing, 28, 68);
        await IsFound(visitor, earlier, 55, 30);
    }

    private static async Task<Listing> Publish(Market market, string wilaya, string commune)
    {
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var title = $"Téléphone {RoadSteps.NewWord()}";
        var photos = await seller.WriteOffer(title, "/fr");
        var words = await seller.Open(photos.Address.AbsolutePath.Replace("/photos", "/words", StringComparison.Ordinal));
        photos = await words.Submit("words", ("wilaya", wilaya), ("commune", commune));
        var preview = await photos.Upload("photos", "photos", [("front.jpg", RoadSteps.Jpeg())], ("next", "true"));
        var listing = await market.Submit(preview);
        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        await market.Approve(moderator, title);
        return await market.Advert(listing.Number);
    }

    private static async Task Stands(Browser visitor, Listing listing, int code, string wilaya, string not)
    {
        var head = (await visitor.Open($"/fr/l/{listing.Number}")).Text(".listing-head");
        head.ShouldContain(wilaya);
        head.ShouldNotContain(not);
        (await visitor.Open($"/api/v1/listings/{listing.Number}")).Html.ShouldContain($"\"wilaya\":{{\"code\":{code},");
    }

    private static async Task IsFound(Browser visitor, Listing listing, params int[] wilayas)
    {
        foreach (var wilaya in wilayas)
        {
            var name = Uri.EscapeDataString($"{listing.Public!.Title} {ShippedCatalog.Territory.Wilaya(wilaya)!.Name.Ar}");
            (await visitor.Open($"/search?q={name}")).Numbers().ShouldBe([listing.Number], $"words {wilaya}");
            (await visitor.Open($"/search?wilaya={wilaya}")).Numbers().ShouldContain(listing.Number, $"wilaya {wilaya}");
            (await visitor.Open($"/search?wilaya={wilaya}&commune={listing.Public.CommuneCode}")).Numbers().ShouldContain(listing.Number, $"wilaya {wilaya}");
        }
    }
}
