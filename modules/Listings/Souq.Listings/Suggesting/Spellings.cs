using System.Runtime.InteropServices;

namespace Souq.Listings.Suggesting;

/// <summary>
/// Words by the threes of letters in them, as PostgreSQL's trigrams are: what shares some with a misspelt word may be what was meant, and only
/// that is compared letter by letter.
/// </summary>
internal sealed class Spellings
{
    /// <summary>Words compared letter by letter at most, those that share the most.</summary>
    private const int MostCompared = 400;

    private readonly string[] words;
    private readonly Dictionary<ulong, (int Start, int Length)> threes = [];
    private readonly int[] having;

    public Spellings(string[] words)
    {
        this.words = words;
        foreach (var three in words.SelectMany(Threes)) CollectionsMarshal.GetValueRefOrAddDefault(threes, three, out _).Length++;
        var total = 0;
        foreach (var three in threes.Keys)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrNullRef(threes, three);
            (place.Start, total, place.Length) = (total, total + place.Length, 0);
        }

        having = new int[total];
        for (var i = 0; i < words.Length; i++)
            foreach (var three in Threes(words[i]))
            {
                ref var place = ref CollectionsMarshal.GetValueRefOrNullRef(threes, three);
                having[place.Start + place.Length++] = i;
            }
    }

    /// <summary>The words that are so many slips away from this one, or fewer.</summary>
    public IEnumerable<(string Word, int Slips)> Near(string word, int slips)
    {
        var shared = new Dictionary<int, int>();
        foreach (var three in Threes(word))
            if (threes.TryGetValue(three, out var place))
                foreach (var i in having.AsSpan(place.Start, place.Length))
                    if (Math.Abs(words[i].Length - word.Length) <= slips) CollectionsMarshal.GetValueRefOrAddDefault(shared, i, out _)++;
        return shared.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(MostCompared)
            .Select(s => (Word: words[s.Key], Slips: Slips.Between(word, words[s.Key]))).Where(n => n.Slips <= slips);
    }

    /// <summary>Two blanks before and one behind: beginnings count more than ends.</summary>
    private static IEnumerable<ulong> Threes(string word)
    {
        var three = 0UL;
        foreach (var letter in word)
        {
            three = ((three << 16) | letter) & 0xFFFF_FFFF_FFFF;
            yield return three;
        }

        yield return (three << 16) & 0xFFFF_FFFF_FFFF;
    }
}
