using Souq.Accounts.Demo;
using Souq.Integration.Road;
using Souq.Listings.Importing;

namespace Souq.Integration.Listings;

/// <summary>Adverts in bulk that are found by a word of their own.</summary>
/// <param name="Word">In every title.</param>
internal sealed record Stock(string Word)
{
    public const int Size = 45;

    /// <summary>Of ten each: phones, cars, flats, houses; and five that have no price. Prices repeat, and all appear at the same moment.</summary>
    public static async Task<Stock> Place(Market market)
    {
        var stock = new Stock(RoadSteps.NewWord());
        var outcome = await market.Ask<ImportOutcome>(new ImportListings(
            DemoPeople.IdOf(DemoPeople.Merchant), [.. Enumerable.Range(0, Size).Select(stock.Row)], Publish: true));
        outcome.Refused.ShouldBeEmpty();
        outcome.Created.ShouldBe(Size);
        return stock;
    }

    private ImportRow Row(int i)
    {
        var values = (i / 10) switch
        {
            0 => Values(i, "smartphones", "هاتف ذكي", 20_000 + i % 3 * 1_000, ("attr.brand", "Samsung"), ("attr.battery", $"{80 + i}")),
            1 => Values(i, "cars", "سيّارة مستعملة", 1_200_000 + i % 4 * 100_000, ("attr.make", "Renault"), ("attr.model", "Clio"), ("attr.year", $"{2010 + i % 10}")),
            2 => Values(i, "apartments", "شقّة واسعة", 9_000_000, ("attr.operation", "sale")),
            3 => Values(i, "houses", "Maison à étage", 15_000_000, ("attr.operation", "sale")),
            _ => Values(i, "smartphones", "Téléphone à débattre", null),
        };
        return new ImportRow(i + 2, values);
    }

    private Dictionary<string, string> Values(int i, string section, string title, int? price, params (string Key, string Value)[] more)
    {
        var values = new Dictionary<string, string>
        {
            ["ref"] = $"{Word}-{i}",
            ["section"] = section,
            ["title"] = $"{title} {Word}",
            ["price"] = price is null ? "" : $"{price}",
            ["price_type"] = price is null ? "on_request" : "firm",
            ["wilaya"] = i % 2 == 0 ? "16" : "Oran",
        };
        foreach (var (key, value) in more) values[key] = value;
        return values;
    }
}
