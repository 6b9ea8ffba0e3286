using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Listings.Importing.Files;

/// <summary>What people write above a column, in any of the three languages, with or without what it is counted in.</summary>
internal static class Headings
{
    /// <returns>Our column and, for a price, its unit if the heading says one; <c>null</c> when it says nothing to us.</returns>
    public static (string Column, string? Unit)? Read(string heading, CatalogSnapshot catalog)
    {
        if (IsOurs(heading, catalog)) return (heading, null);
        var words = ArabicText.Words(heading);
        if (Known(words, catalog) is { } whole) return (whole, null);
        var units = Units(catalog);
        for (var length = words.Count - 1; length > 0; length--)
        {
            // Only what it is counted in may follow: “prix d’achat” is no price to buyers.
            var rest = words.Skip(length).ToList();
            var unit = rest.Select(w => ImportWords.Of("price_unit", w)).FirstOrDefault(u => u is not null);
            if (unit is null && !rest.Any(units.Contains)) continue;
            if (!rest.All(w => ImportWords.Of("beside_unit", w) is not null || units.Contains(w) || ImportWords.Of("price_unit", w) is not null)) continue;
            if (Known([.. words.Take(length)], catalog) is { } column) return (column, column == "price" ? unit : null);
        }

        return null;
    }

    private static bool IsOurs(string heading, CatalogSnapshot catalog) => ImportColumns.Fixed.Contains(heading)
        || heading.StartsWith(ImportColumns.Attribute, StringComparison.Ordinal) && AttributeNames.Of(catalog).Has(heading[ImportColumns.Attribute.Length..]);

    private static string? Known(IReadOnlyList<string> words, CatalogSnapshot catalog)
    {
        var folded = string.Join(' ', words);
        return ImportWords.Column(folded) is { } column && IsOurs(column, catalog) ? column
            : AttributeNames.Of(catalog).Key(folded) is { } key ? ImportColumns.Attribute + key
            : null;
    }

    private static HashSet<string> Units(CatalogSnapshot catalog) =>
        [.. AttributeNames.Of(catalog).All.Select(a => a.Unit).OfType<LocalizedText>().SelectMany(u => new[] { u.Ar, u.Fr, u.En }).SelectMany(ArabicText.Words)];
}
