using Souq.Catalog.Contracts;

namespace Souq.Listings.Importing.Files;

/// <summary>Which of a file's columns is probably what.</summary>
/// <param name="Columns">Our column → his heading.</param>
/// <param name="PriceUnit">Of the prices, when the heading says it, as in “Prix (millions)”.</param>
public sealed record ColumnGuess(IReadOnlyDictionary<string, string> Columns, string? PriceUnit)
{
    /// <param name="remembered">What the merchant said of his last file; it wins.</param>
    public static ColumnGuess Of(IReadOnlyList<string> header, ImportMap? remembered, CatalogSnapshot catalog)
    {
        var guess = new Dictionary<string, string>();
        foreach (var (ours, theirs) in remembered?.Columns ?? new Dictionary<string, string>())
            if (header.Contains(theirs)) guess[ours] = theirs;
        string? unit = null;
        foreach (var heading in header.Where(h => !guess.ContainsValue(h)))
        {
            if (Headings.Read(heading, catalog) is not { } read || !guess.TryAdd(read.Column, heading)) continue;
            if (read.Column == "price") unit = read.Unit;
        }

        return new ColumnGuess(guess, unit);
    }
}
