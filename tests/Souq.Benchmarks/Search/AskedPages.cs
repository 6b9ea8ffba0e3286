using System.Globalization;
using Souq.Catalog.Contracts;

namespace Souq.Benchmarks.Search;

/// <summary>Addresses as readers ask for them, by chance; the same seed gives the same ones.</summary>
internal sealed class AskedPages(CatalogSnapshot catalog, int seed)
{
    private static readonly string[] Words =
    [
        "clio", "golf", "peugeot 208", "symbol", "kangoo", "تويوتا", "رونو", "iphone 13", "samsung", "سامسونغ", "هاتف", "شقة", "appartement f3", "villa", "terrain",
        "pc portable", "ps5", "chaussures", "robe", "canapé", "frigidaire", "سيارة", "diesel", "automatique", "neuf", "اصلي", "نظيفة", "للبيع", "كليو 4", "polo", "ibiza",
        "hyundai accent", "picanto", "duster", "logan", "sandero", "بيكانتو", "تيبازة", "oran clio", "شقة وهران", "golf 7 alger", "redmi note", "huawei", "برادو", "master",
    ];

    private readonly Random random = new(seed);

    /// <summary>A parameter nobody reads keeps an address from being the same twice.</summary>
    private string Once => "x=" + random.NextInt64().ToString(CultureInfo.InvariantCulture);

    private string Wilaya => catalog.Territory.Wilayas[Popular(48)].Slug;

    private Section Section => catalog.Sections[Popular(catalog.Sections.Count)];

    private string Word => Uri.EscapeDataString(Words[random.Next(Words.Length)]);

    public string Home() => $"/?{Once}";

    public string InSection() => $"/{Section.Slug}?{Once}";

    public string InWilaya() => $"/{Section.Slug}/{Wilaya}?{Once}";

    public string Worded() => $"/fr/search?q={Word}&{Once}";

    public string Narrowed() => $"/fr/search?q={Word}&min={random.Next(1, 40) * 10_000}&photos=1&days=30&wilaya={1 + random.Next(48)}&{Once}";

    public string Attributes() => $"/cars?attr.make={Any("make")}&attr.year={2005 + random.Next(10)}..2022&attr.energy={Any("energy")}&min={random.Next(20, 90) * 10_000}&{Once}";

    public string Cheapest() => $"/{Section.Slug}/{Wilaya}?sort=price&{Once}";

    public string Advert(IReadOnlyList<long> numbers) => $"/l/{numbers[random.Next(numbers.Count)]}?{Once}";

    private string Any(string key)
    {
        var choices = catalog.Section("cars")!.Attribute(key)!.Choices;
        return choices[random.Next(Math.Min(8, choices.Count))].Value;
    }

    private int Popular(int count) => (int)(count * Math.Pow(random.NextDouble(), 2));
}
