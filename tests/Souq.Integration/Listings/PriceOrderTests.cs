using Souq.Integration.Road;
using Souq.Listings.Browsing;

namespace Souq.Integration.Listings;

/// <summary>More matches than are ever read for one page, in order of price.</summary>
[Collection(nameof(Market))]
public sealed class PriceOrderTests(Market market)
{
    private const int Adverts = 1_100;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_by_price_hold_every_advert_once_and_in_order_however_many_there_are()
    {
        var word = RoadSteps.NewWord();
        await market.SeedAlike(word, Adverts);

        foreach (var sort in new[] { SearchSort.Cheapest, SearchSort.Dearest })
        {
            var (hits, after) = (new List<SearchHit>(), (string?)null);
            do
            {
                var page = await market.Service<SearchListings>().Find(new SearchQuery(Words: word, Sort: sort, Limit: 60, After: after), Cancel);
                page.Total.ShouldBe(SearchQuery.CountCap + 1);
                hits.AddRange(page.Items);
                after = page.Next;
            }
            while (after is not null);

            hits.Select(h => h.Number).Distinct().Count().ShouldBe(Adverts);
            hits.Count.ShouldBe(Adverts);
            var prices = hits.Select(h => h.Price.Dinars!.Value).ToList();
            prices.ShouldBe(sort == SearchSort.Cheapest ? prices.Order() : prices.OrderDescending());
        }
    }
}
