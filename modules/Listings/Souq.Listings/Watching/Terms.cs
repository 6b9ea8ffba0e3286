using Souq.Kernel;

namespace Souq.Listings.Watching;

/// <summary>The words and tags that kept searches ask for, as numbers; what nobody asks for has none. Like things asked for are kept once.</summary>
internal sealed class Terms
{
    private readonly Dictionary<string, int> words = [], tags = [];
    private readonly Dictionary<string, int[]> parts = [];
    private readonly Dictionary<string, WatchedWord> known = [];
    private readonly List<string> names = [];

    public int Count => names.Count;

    /// <summary>The word or tag of a number.</summary>
    public string this[int term] => names[term];

    public int? OfWord(string lexeme) => words.TryGetValue(lexeme, out var term) ? term : null;

    public int? OfTag(string tag) => tags.TryGetValue(tag, out var term) ? term : null;

    public int[] Tags(IReadOnlyList<string> part)
    {
        var key = string.Join('\n', part);
        return parts.TryGetValue(key, out var terms) ? terms : parts[key] = [.. part.Select(tag => Number(tags, tag))];
    }

    public WatchedWord Word(QueryTerm term)
    {
        var key = string.Join('\n', term.Alternatives) + "\t" + string.Join('\n', term.Parts.Select(p => p.Word));
        if (known.TryGetValue(key, out var word)) return word;
        var ways = term.Alternatives.ToLookup(phrase => phrase.Contains(' '));
        return known[key] = new WatchedWord(
            [.. ways[false].Select(lexeme => Number(words, lexeme))],
            [.. ways[true].Select(phrase => phrase.Split(' ').Select(lexeme => Number(words, lexeme)).ToArray())],
            [.. term.Parts.Select(Word)]);
    }

    private int Number(Dictionary<string, int> all, string name)
    {
        if (all.TryGetValue(name, out var term)) return term;
        all[name] = names.Count;
        names.Add(name);
        return all[name];
    }
}
