using Souq.Integration.Road;
using Souq.Listings.Browsing;
using Souq.Listings.Pricing;

namespace Souq.Integration.Listings;

/// <summary>An advert of which the newest of its model say nothing.</summary>
[Collection(nameof(Market))]
public sealed class RareLikeTests(Market market)
{
    [Fact]
    public async Task A_price_is_compared_with_older_adverts_where_the_newest_of_the_model_are_of_other_years()
    {
        // More than are looked at first, and older ones of another year, of which one is compared.
        var (young, old) = (RoadSteps.NewWord(), RoadSteps.NewWord());
        await market.SeedAlike(young, 510);
        await market.SeedAlike(old, 10, from: 600, year: 1999);
        var mine = await market.Advert(await Number(old));

        var standing = await market.Service<PriceStandings>().Of(mine.Public!, mine.Number, TestContext.Current.CancellationToken);
        standing!.Count.ShouldBe(9);
        standing.Like.Attributes!["year"].ShouldBe(["1998..2000"]);

        var other = mine.Public! with { Attributes = new Dictionary<string, string>(mine.Public.Attributes) { ["year"] = "1985" } };
        (await market.Service<PriceStandings>().Of(other, mine.Number, TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    private async Task<long> Number(string word) =>
        (await market.Service<SearchListings>().Find(new SearchQuery(Words: word), TestContext.Current.CancellationToken)).Items[0].Number;
}
