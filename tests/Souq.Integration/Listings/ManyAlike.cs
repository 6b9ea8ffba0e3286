using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Souq.Integration.Road;
using Souq.Listings.Importing;
using Souq.Listings.Seeding;

namespace Souq.Integration.Listings;

/// <summary>More adverts with a word than are ever read for one page.</summary>
internal static class ManyAlike
{
    /// <param name="from">The first one's place; with each place a minute older.</param>
    /// <param name="commune">Where they are; somewhere in Algiers otherwise.</param>
    public static async Task SeedAlike(this Market market, string word, int count, int from = 0, int? commune = null, int year = 2015)
    {
        // Nobody in particular: the people of the other tests have a limit.
        var (now, seller) = (market.Clock.GetUtcNow(), Guid.NewGuid());
        var rows = Enumerable.Range(from, count).Select(i => (seller, new ImportRow(i + 2, Values(word, i, commune, year)) { At = now.AddMinutes(-i) }));
        await using var scope = market.Host.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<SeedListings>().Run(rows, _ => ValueTask.CompletedTask, cancellation: TestContext.Current.CancellationToken)).ShouldBe(count);
    }

    // Prices from some hundred dinars to some hundred million, many of them the same.
    private static Dictionary<string, string> Values(string word, int i, int? commune, int year) => new()
    {
        ["ref"] = $"{word}-{i}",
        ["section"] = "cars",
        ["title"] = $"{word} {i}",
        ["price_type"] = "firm",
        [commune is null ? "wilaya" : "commune"] = commune?.ToString(CultureInfo.InvariantCulture) ?? "16",
        ["attr.make"] = "renault",
        ["attr.model"] = "clio",
        ["attr.year"] = year.ToString(CultureInfo.InvariantCulture),
        ["price"] = ((long)(300 * Math.Pow(10, i % 97 / 16.0))).ToString(CultureInfo.InvariantCulture),
    };
}
