namespace Souq.Listings.Seeding;

/// <summary>Numbers by chance that are the same on every machine: the same seed and place give the same throws (SplitMix64).</summary>
internal struct Dice(ulong seed, ulong place)
{
    private ulong state = (seed * 0x9E3779B97F4A7C15) ^ (place * 0xD1B54A32D192ED03);

    /// <summary>From 0 to below 1.</summary>
    public double Share()
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>From 0 to below a number.</summary>
    public int Below(int count) => (int)(Share() * count);

    /// <summary>The first far more often than the last, as people choose.</summary>
    public int Popular(int count) => (int)(count * Math.Pow(Share(), 3));

    public bool Chance(double share) => Share() < share;

    /// <summary>Around 0, two thirds of them within 1.</summary>
    public double Bell() => Math.Sqrt(-2 * Math.Log(1 - Share())) * Math.Cos(2 * Math.PI * Share());

    /// <summary>One of several, the heavier the more often.</summary>
    /// <param name="sums">Weights, each with all before it.</param>
    public int Weighed(double[] sums)
    {
        var at = Array.BinarySearch(sums, Share() * sums[^1]);
        return Math.Min(at < 0 ? ~at : at + 1, sums.Length - 1);
    }

    public static double[] Sums(IEnumerable<double> weights)
    {
        var sum = 0d;
        return [.. weights.Select(w => sum += w)];
    }
}
