using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Souq.Integration.Road;
using Souq.Listings.Browsing;
using Souq.Listings.Importing;
using Souq.Listings.Seeding;

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
        await Seed(word);

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

    private async Task Seed(string word)
    {
        // Nobody in particular: the people of the other tests have a limit.
        var (now, seller) = (market.Clock.GetUtcNow(), Guid.NewGuid());
        var rows = Enumerable.Range(0, Adverts).Select(i => (seller, new ImportRow(i + 2, Values(word, i)) { At = now.AddMinutes(-i) }));
        await using var scope = market.Host.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<SeedListings>().Run(rows, _ => ValueTask.CompletedTask, cancellation: Cancel)).ShouldBe(Adverts);
    }

    // Prices from some hundred dinars to some hundred million, many of them the same.
    private static Dictionary<string, string> Values(string word, int i) => new()
    {
        ["ref"] = $"{word}-{i}",
        ["section"] = "cars",
        ["title"] = $"{word} {i}",
        ["price_type"] = "firm",
        ["wilaya"] = "16",
        ["attr.make"] = "renault",
        ["attr.model"] = "clio",
        ["attr.year"] = "2015",
        ["price"] = ((long)(300 * Math.Pow(10, i % 97 / 16.0))).ToString(CultureInfo.InvariantCulture),
    };
}
