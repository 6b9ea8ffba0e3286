namespace Souq.Host.Demo.Pictures.Kit;

/// <summary>Chance that falls the same way every time: the same name and number give the same throws on every machine (SplitMix64).</summary>
internal sealed class Dice
{
    private ulong _state;

    public Dice(string name, params int[] numbers)
    {
        _state = 14695981039346656037;
        foreach (var c in name)
            _state = (_state ^ c) * 1099511628211;
        foreach (var n in numbers)
            _state = (_state ^ (uint)n) * 1099511628211;
        Next();
    }

    /// <summary>0 ≤ x &lt; 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public double Between(double low, double high) => low + (high - low) * Unit();

    /// <summary>Both ends included.</summary>
    public int Whole(int low, int high) => low + (int)(Next() % (ulong)(high - low + 1));

    public bool Chance(double of) => Unit() < of;

    public T Pick<T>(params ReadOnlySpan<T> from) => from[(int)(Next() % (ulong)from.Length)];

    private ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
