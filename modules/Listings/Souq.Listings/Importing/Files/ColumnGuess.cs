using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Listings.Importing.Files;

/// <summary>Which of a file's columns is probably what, from its headings in any of the three languages.</summary>
public static class ColumnGuess
{
    /// <param name="remembered">What the merchant said of his last file; it wins.</param>
    /// <returns>Our column → his heading.</returns>
    public static Dictionary<string, string> Of(IReadOnlyList<string> header, ImportMap? remembered, CatalogSnapshot catalog)
    {
        var guess = new Dictionary<string, string>();
        foreach (var (ours, theirs) in remembered?.Columns ?? new Dictionary<string, string>())
            if (header.Contains(theirs)) guess[ours] = theirs;
        var attributes = Names(catalog);
        foreach (var heading in header.Where(h => !guess.ContainsValue(h)))
            if ((Exact(heading, catalog) ?? ImportWords.Column(heading) ?? attributes.GetValueOrDefault(ArabicText.Fold(heading))) is { } ours) guess.TryAdd(ours, heading);
        return guess;
    }

    /// <summary>Attributes that adverts can have, each key once.</summary>
    public static IEnumerable<AttributeDefinition> Attributes(CatalogSnapshot catalog) =>
        catalog.Sections.Where(s => s.TakesAdverts).SelectMany(s => s.Attributes).DistinctBy(a => a.Key);

    private static string? Exact(string heading, CatalogSnapshot catalog) =>
        ImportColumns.Fixed.Contains(heading) ? heading
        : heading.StartsWith(ImportColumns.Attribute, StringComparison.Ordinal) && Attributes(catalog).Any(a => ImportColumns.Attribute + a.Key == heading) ? heading
        : null;

    private static Dictionary<string, string> Names(CatalogSnapshot catalog)
    {
        var names = new Dictionary<string, string>();
        foreach (var attribute in Attributes(catalog))
            foreach (var name in (string[])[attribute.Key.Replace('_', ' '), attribute.Name.Ar, attribute.Name.Fr, attribute.Name.En])
                names.TryAdd(ArabicText.Fold(name), ImportColumns.Attribute + attribute.Key);
        return names;
    }
}
