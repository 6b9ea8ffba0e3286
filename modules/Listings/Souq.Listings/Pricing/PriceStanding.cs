using Souq.Listings.Browsing;

namespace Souq.Listings.Pricing;

/// <summary>Where a price stands among those of like adverts.</summary>
/// <param name="Like">The search that finds them.</param>
/// <param name="Count">How many they are, the advert itself apart.</param>
/// <param name="Steps">How many fall into each step from <paramref name="Least"/> to <paramref name="Most"/>; the own price is not among them.</param>
/// <param name="Own">The step of the own price; <c>null</c> without one.</param>
/// <param name="Least">In dinars.</param>
/// <param name="Most">In dinars.</param>
/// <param name="Median">In dinars.</param>
/// <param name="Percent">By how much the own price is above (or below, negative) the median; <c>null</c> without one.</param>
public sealed record PriceStanding(
    SearchQuery Like, int Count, IReadOnlyList<long> Steps, int? Own, long Least, long Most, long Median, int? Percent)
{
    /// <summary>Of fewer nothing is said.</summary>
    public const int Enough = 8;

    private const int Bars = 12;

    /// <summary>Prices that are not meant: this many times off the median.</summary>
    private const int Absurd = 8;

    /// <returns><c>null</c> when they are too few.</returns>
    public static PriceStanding? Of(SearchQuery like, IEnumerable<long> others, long? own)
    {
        var prices = Sane(others);
        if (prices.Count < Enough) return null;
        var median = prices[prices.Count / 2];
        // The ends leave out the outermost twentieth, so that one dear car does not press all others into one bar.
        var (least, most) = (prices[prices.Count / 20], prices[^(1 + (prices.Count / 20))]);
        if (own is { } price) (least, most) = (Math.Min(least, price), Math.Max(most, price));
        if (least == most) most = least + 1;
        var steps = new long[Bars];
        foreach (var p in prices) steps[Step(p)]++;
        return new PriceStanding(
            like, prices.Count, steps, own is { } o ? Step(o) : null, least, most, median,
            own is { } q ? (int)Math.Clamp(Math.Round(100m * (q - median) / median), -99, 999) : null);

        int Step(long p) => (int)Math.Clamp((p - least) * Bars / (most - least), 0, Bars - 1);
    }

    /// <summary>The median of what is meant seriously; <c>null</c> when they are too few.</summary>
    public static long? Usual(IEnumerable<long> prices) => Sane(prices) is { Count: >= Enough } sane ? sane[sane.Count / 2] : null;

    private static List<long> Sane(IEnumerable<long> prices)
    {
        var all = prices.Order().ToList();
        if (all.Count == 0) return all;
        var middle = all[all.Count / 2];
        return [.. all.Where(p => p >= middle / Absurd && p / Absurd <= middle)];
    }
}
