namespace Souq.Listings.Browsing.Facets;

/// <summary>Prices in steps, for a small histogram.</summary>
/// <param name="Edges">In dinars, ascending, one more than there are steps.</param>
/// <param name="Counts">How many prices fall into each step; the dearest few into the last.</param>
public sealed record PriceBins(IReadOnlyList<long> Edges, IReadOnlyList<long> Counts)
{
    private const int Steps = 20;

    /// <summary>With fewer prices there is nothing to draw.</summary>
    private const int Fewest = 8;

    /// <param name="prices">Ascending.</param>
    /// <returns><c>null</c> when there are too few, or all are the same.</returns>
    public static PriceBins? Of(IReadOnlyList<long> prices)
    {
        if (prices.Count < Fewest) return null;
        // A forgotten zero or one too many must not squeeze all others into one step.
        var (least, most) = (Math.Max(prices[prices.Count / 50], 1), prices[prices.Count - 1 - prices.Count / 50]);
        if (most <= least) return null;
        var ratio = Math.Pow((double)most / least, 1.0 / Steps);
        // The ends take in the cheapest and the dearest that are drawn.
        var edges = Enumerable.Range(0, Steps + 1).Select(i => Round(least * Math.Pow(ratio, i), i == 0 ? Math.Floor : i == Steps ? Math.Ceiling : Math.Round)).Distinct().ToList();
        if (edges.Count < 3) return null;
        var counts = new long[edges.Count - 1];
        foreach (var price in prices) counts[StepOf(edges, price)]++;
        return new PriceBins(edges, counts);
    }

    /// <summary>The step a price falls into.</summary>
    public int StepOf(long price) => StepOf(Edges, price);

    private static int StepOf(IReadOnlyList<long> edges, long price)
    {
        var step = 0;
        while (step < edges.Count - 2 && price >= edges[step + 1]) step++;
        return step;
    }

    /// <summary>To two figures, as people say prices.</summary>
    private static long Round(double dinars, Func<double, double> round)
    {
        var unit = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(Math.Max(dinars, 1))) - 1));
        return (long)(round(Math.Round(dinars / unit, 6)) * unit);
    }
}
