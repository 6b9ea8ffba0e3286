namespace Souq.Listings.Browsing.Facets;

/// <summary>A range of numbers that is offered as one choice.</summary>
public sealed record NumberBand(decimal From, decimal To, int Count);

/// <summary>Numbers, such as years or kilometres, as a few ranges with about as many adverts each.</summary>
public static class NumberBands
{
    private const int Bands = 4;

    /// <summary>With fewer numbers no ranges are offered.</summary>
    private const int Fewest = 8;

    /// <param name="numbers">Ascending.</param>
    public static IReadOnlyList<NumberBand> Of(IReadOnlyList<decimal> numbers)
    {
        if (numbers.Count < Fewest) return [];
        var edges = Enumerable.Range(0, Bands + 1).Select(i => Round(numbers[Math.Min(numbers.Count - 1, i * numbers.Count / Bands)])).Distinct().Order().ToList();
        if (edges.Count < 3) return [];
        var bands = new List<NumberBand>();
        for (var i = 0; i + 1 < edges.Count; i++)
        {
            // Ranges of whole numbers do not overlap; the first and the last take what lies beyond.
            var (from, to) = (i == 0 ? numbers[0] : edges[i], i + 2 == edges.Count ? numbers[^1] : edges[i + 1] - 1);
            if (to < from) continue;
            bands.Add(new NumberBand(from, to, numbers.Count(n => n >= from && n <= to)));
        }

        return [.. bands.Where(b => b.Count > 0)];
    }

    /// <summary>Years as they are; larger numbers to two figures.</summary>
    private static decimal Round(decimal number)
    {
        if (number < 3_000) return Math.Round(number);
        var unit = (decimal)Math.Pow(10, Math.Floor(Math.Log10((double)number)) - 1);
        return Math.Round(number / unit) * unit;
    }
}
