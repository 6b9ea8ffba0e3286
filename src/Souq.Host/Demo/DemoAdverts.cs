using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Souq.Catalog.Contracts;
using Souq.Listings.Importing;

namespace Souq.Host.Demo;

/// <summary>One kind of demo advert: how many, in which section, with which words, prices and picture.</summary>
/// <param name="Price">Least, most and step in dinars; null when the price type carries none.</param>
/// <param name="Years">Least and most for <c>{year}</c>.</param>
/// <param name="Kilometres">Least and most for <c>{km}</c>.</param>
internal sealed record DemoTemplate(
    [property: JsonPropertyName("s")] string Section,
    [property: JsonPropertyName("p")] string Picture,
    [property: JsonPropertyName("n")] int Count,
    [property: JsonPropertyName("t")] string[] Titles,
    [property: JsonPropertyName("d")] string[] Descriptions,
    [property: JsonPropertyName("price")] long[]? Price,
    [property: JsonPropertyName("type")] string? Type,
    [property: JsonPropertyName("y")] int[]? Years,
    [property: JsonPropertyName("km")] int[]? Kilometres,
    [property: JsonPropertyName("a")] Dictionary<string, string> Attributes);

/// <param name="Picture">Kind and seed of the drawings.</param>
internal sealed record DemoAdvert(ImportRow Row, string Picture, int Seed, int Views);

/// <summary>About three hundred adverts, always the same ones, spread over the country and the last weeks.</summary>
internal static class DemoAdverts
{
    // More people live in the north, and more adverts come from there.
    private static readonly int[] Wilayas =
        [16, 16, 16, 16, 31, 31, 31, 25, 25, 9, 9, 19, 19, 15, 15, 6, 6, 23, 13, 35, 42, 5, 10, 26, 27, 34, 22, 2, 18, 21, 24, 29, 30, 7, 3, 47, 39, 1, 8, 11, 17, 12, 40, 43, 46, 14, 49, 55, 57, 64];

    /// <param name="now">The newest advert is minutes old, the oldest some weeks.</param>
    public static IReadOnlyList<DemoAdvert> All(CatalogSnapshot catalog, DateTimeOffset now)
    {
        var random = new Random(20260101);
        var adverts = new List<DemoAdvert>();
        foreach (var (kind, template) in Templates().Index())
            for (var i = 0; i < template.Count + (template.Count / 2); i++)
                adverts.Add(One(template, kind, i, random, catalog));
        // Shuffled, so that neighbours on a page are not of one kind.
        var order = adverts.OrderBy(_ => random.Next()).ToList();
        return [.. order.Select((a, i) => a with { Row = a.Row with { Line = i + 1, At = now - Age(i, order.Count, random) } })];
    }

    private static DemoTemplate[] Templates()
    {
        using var json = typeof(DemoAdverts).Assembly.GetManifestResourceStream("Souq.Host.Demo.adverts.json")!;
        return JsonSerializer.Deserialize<DemoTemplate[]>(json)!;
    }

    private static TimeSpan Age(int index, int count, Random random) =>
        TimeSpan.FromMinutes(5 + (index * index * 55.0 * 24 * 60 / (count * count)) + random.Next(30));

    private static DemoAdvert One(DemoTemplate template, int kind, int index, Random random, CatalogSnapshot catalog)
    {
        var year = Between(template.Years, random);
        var values = new Dictionary<string, string>
        {
            ["{year}"] = Text(year),
            ["{km}"] = Text(Between(template.Kilometres, random) / 500 * 500),
            ["{area}"] = Text(random.Next(58, 140)),
            ["{floor}"] = Text(random.Next(1, 6)),
            ["{plot}"] = Text(random.Next(15, 50) * 10),
        };
        string Fill(string text) => values.Aggregate(text, (t, v) => t.Replace(v.Key, v.Value));

        var communes = catalog.Territory.CommunesOf(Wilayas[random.Next(Wilayas.Length)]).Where(c => !c.IsWholeWilaya).ToList();
        var commune = communes[random.Next(communes.Count)];
        var title = template.Titles[index % template.Titles.Length];
        var arabic = title.Any(c => c is >= '\u0600' and <= '\u06FF');
        var row = new Dictionary<string, string>
        {
            ["ref"] = $"demo-{kind}-{index}",
            ["section"] = template.Section,
            ["title"] = Fill(title),
            ["description"] = template.Descriptions[arabic ? ^1 : 0],
            ["price"] = template.Price is [var least, var most, var step] ? Text(least + (random.NextInt64((most - least) / step) * step)) : "",
            ["price_type"] = template.Type switch { "Free" => "free", "OnRequest" => "on_request", _ => random.Next(3) == 0 ? "firm" : "negotiable" },
            ["wilaya"] = "",
            ["commune"] = Text(commune.Code),
        };
        foreach (var (key, value) in template.Attributes) row["attr." + key] = Fill(value);
        if (template.Years is not null) row["attr.year"] = Text(year);
        if (template.Kilometres is not null) row["attr.mileage"] = values["{km}"];
        // Few drawings, many adverts: a second view only of the first drawing of a kind.
        var seed = (2 * kind) + (index % 2);
        return new DemoAdvert(new ImportRow(0, row), template.Picture, seed, index % 2 == 0 ? 2 : 1);
    }

    private static int Between(int[]? bounds, Random random) => bounds is [var from, var to] ? random.Next(from, to + 1) : 0;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
