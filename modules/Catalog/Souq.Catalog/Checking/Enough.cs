using Souq.Catalog.Contracts;

namespace Souq.Catalog.Checking;

/// <summary>What a market needs to open with.</summary>
internal static class Enough
{
    /// <summary>What people here call the kinds of property, their sizes and papers.</summary>
    private static readonly (string Key, string[] Words)[] PropertyWords =
    [
        ("kind", ["appartement", "villa", "niveau de villa", "carcasse", "terrain", "local commercial", "hangar", "bungalow"]),
        ("rooms", ["F1", "F2", "F3", "F4", "F5", "F6"]),
        ("papers", ["acte notarié", "livret foncier", "concession"]),
        ("operation", ["vente", "location", "location vacances", "échange"]),
    ];

    public static IEnumerable<Finding> Check(CatalogSnapshot catalog)
    {
        var figures = Figures.Of(catalog);
        foreach (var (what, count, least) in figures.Where(f => f.Count < f.Least)) yield return new Finding(what, $"are {count}, fewer than {least}");
        if (catalog.Section("property") is not { } property) yield break;
        foreach (var (key, words) in PropertyWords)
            foreach (var word in words)
                if (!AttributeRules.Read(property with { Attributes = [property.Attribute(key)!] }, new Dictionary<string, string?> { [key] = word }).Values.ContainsKey(key))
                    yield return new Finding($"property.{key}", $"does not understand “{word}”");
    }
}

/// <summary>How much there is, and how much there must be.</summary>
public static class Figures
{
    public static IReadOnlyList<(string What, int Count, int Least)> Of(CatalogSnapshot catalog)
    {
        var cars = catalog.Section("cars");
        return
        [
            ("top sections", catalog.TopSections.Count(), 12),
            ("subsections", catalog.Sections.Count(s => s.ParentId is not null), 80),
            ("car makes", cars?.Attribute("make")?.Choices.Count(IsBoth) ?? 0, 70),
            ("car models", cars?.Attribute("model")?.Choices.Count(c => c.Name.Fr.Length > 0) ?? 0, 900),
            ("car models in Arabic letters", cars?.Attribute("model")?.Choices.Count(IsBoth) ?? 0, 900),
            ("car trims", cars?.Attribute("version")?.Choices.Count ?? 0, 100),
            ("phone models", catalog.Section("smartphones")?.Attribute("model")?.Choices.Count ?? 0, 500),
            ("wilayas", catalog.Territory.Wilayas.Count, 69),
            ("communes", catalog.Territory.Communes.Count, 1541),
        ];
    }

    private static bool IsBoth(AttributeChoice choice) => choice.Name.Fr.Length > 0 && choice.Name.Ar.Any(c => c is >= '\u0600' and <= '\u06FF');
}
