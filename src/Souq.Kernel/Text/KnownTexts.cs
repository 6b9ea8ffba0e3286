using System.Collections.Concurrent;

namespace Souq.Kernel;

/// <summary>What was made of texts before: the same few thousand words, names and answers stand in nearly all adverts. For many threads at once.</summary>
/// <param name="most">So many are remembered, then it begins anew: what strangers type takes no more room than that.</param>
/// <param name="longest">In letters; what is made of longer texts is not remembered.</param>
public sealed class KnownTexts<T>(int most, int longest)
{
    private readonly ConcurrentDictionary<string, T> known = new(StringComparer.Ordinal);
    private int count;

    /// <param name="make">The same text must give the same, whenever it is asked.</param>
    public T Of(ReadOnlySpan<char> text, Func<string, T> make)
    {
        if (known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var before)) return before;
        var word = text.ToString();
        var made = make(word);
        if (word.Length > longest) return made;
        if (Interlocked.Increment(ref count) > most)
        {
            known.Clear();
            count = 1;
        }

        return known[word] = made;
    }
}
