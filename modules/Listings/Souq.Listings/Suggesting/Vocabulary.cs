namespace Souq.Listings.Suggesting;

/// <summary>The folded words of the market's titles with the number of adverts that have each. Immutable, and small: two arrays.</summary>
public sealed class Vocabulary
{
    private readonly string[] words;
    private readonly int[] adverts;
    private readonly Spellings spellings;

    private Vocabulary(string[] words, int[] adverts)
    {
        (this.words, this.adverts) = (words, adverts);
        spellings = new Spellings(words);
    }

    public static Vocabulary Empty { get; } = new([], []);

    public int Count => words.Length;

    /// <param name="counted">Each word once, in any order.</param>
    public static Vocabulary Of(IEnumerable<KeyValuePair<string, int>> counted)
    {
        var pairs = counted.ToArray();
        var (words, adverts) = (Array.ConvertAll(pairs, p => p.Key), Array.ConvertAll(pairs, p => p.Value));
        Array.Sort(words, adverts, StringComparer.Ordinal);
        return new Vocabulary(words, adverts);
    }

    /// <summary>How many adverts have the word in their title; 0 for one it does not know.</summary>
    public int AdvertsWith(string word) => Array.BinarySearch(words, word, StringComparer.Ordinal) is >= 0 and var at ? adverts[at] : 0;

    /// <summary>The words that begin so, those of the most adverts first.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> StartingWith(string begun, int most)
    {
        var range = SortedWords.StartingWith(words, begun);
        return
        [
            .. Enumerable.Range(range.Start.Value, range.End.Value - range.Start.Value)
                .OrderByDescending(i => adverts[i]).ThenBy(i => words[i].Length).ThenBy(i => i).Take(most)
                .Select(i => KeyValuePair.Create(words[i], adverts[i])),
        ];
    }

    /// <summary>Its words that are so many slips of the pen away, or fewer.</summary>
    public IEnumerable<(string Word, int Slips)> Near(string word, int slips) => spellings.Near(word, slips);
}
