using Microsoft.Extensions.Configuration;
using Souq.Catalog.Contracts;
using Souq.Integration.Road;
using Souq.Kernel;
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

    [Fact]
    public async Task What_is_remembered_of_a_model_serves_all_who_ask_and_what_came_since_is_not_in_it()
    {
        var word = RoadSteps.NewWord();
        await market.SeedAlike(word, 10, year: 1987);
        var mine = await market.Advert(await Number(word));
        var like = SimilarAdverts.Of(mine.Public!, market.Service<ICatalog>().Current, DateOnly.FromDateTime(market.Clock.GetUtcNow().Date))[^1];
        // As a program does that is no test.
        using var samples = new PriceSamples(market.Service<SearchReader>(), market.Service<ICatalog>(), new ConfigurationBuilder().Build(), market.Clock);
        using var gone = new CancellationTokenSource();
        var left = samples.Of(like, PricePer.Whole, mine.Number, 250, gone.Token);
        await gone.CancelAsync();
        var asked = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => samples.Of(like, PricePer.Whole, mine.Number, 250, TestContext.Current.CancellationToken)));
        asked.ShouldAllBe(prices => prices.Count == 9);
        // Whoever left harms nobody.
        await left.ContinueWith(_ => { }, TaskScheduler.Default);

        await market.SeedAlike(word, 5, from: 20, year: 1987);
        (await samples.Of(like, PricePer.Whole, mine.Number, 250, TestContext.Current.CancellationToken)).Count.ShouldBe(9);
        (await market.Service<PriceSamples>().Of(like, PricePer.Whole, mine.Number, 250, TestContext.Current.CancellationToken)).Count.ShouldBe(14);
    }

    private async Task<long> Number(string word) =>
        (await market.Service<SearchListings>().Find(new SearchQuery(Words: word), TestContext.Current.CancellationToken)).Items[0].Number;
}
