using System.Collections.Frozen;
using Souq.Kernel;

namespace Souq.Catalog.Contracts;

/// <summary>
/// What the catalog knows of words: makes, models, brands, colours and places in every script, and the lists of words that mean the same.
/// Built once per snapshot; a change of the catalog is in force with the next one.
/// </summary>
public sealed class CatalogLexicon : ILexicon
{
    private const int MostOthers = 24;

    private readonly FrozenSet<string> names;
    private readonly FrozenSet<string> things;
    private readonly FrozenSet<string> listed;
    private readonly FrozenDictionary<string, string[]> others;

    private CatalogLexicon(IReadOnlyCollection<WordGroup> groups)
    {
        names = groups.Where(g => g.AreNames).SelectMany(g => g.Names).Where(n => !n.Contains(' ') && n.Length >= 3 && !char.IsAsciiDigit(n[0]))
            .ToFrozenSet(StringComparer.Ordinal);
        listed = groups.SelectMany(g => g.Names).Where(n => !n.Contains(' ')).ToFrozenSet(StringComparer.Ordinal);
        things = groups.Where(g => !g.ArePlaces).SelectMany(g => g.Names).ToFrozenSet(StringComparer.Ordinal);
        // What is listed as one thing is not asked for as another whose stem it happens to be: شاحن charges a phone, شاحنة is a truck.
        others = groups.SelectMany(g => g.Pairs().Where(p => !listed.Contains(p.Asked) || g.Names.Contains(p.Asked))).GroupBy(p => p.Asked, p => p.Other, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Distinct().Take(MostOthers).ToArray(), StringComparer.Ordinal);
        LongestPhrase = others.Keys.Select(k => k.Count(c => c == ' ') + 1).DefaultIfEmpty(1).Max();
    }

    public int LongestPhrase { get; }

    /// <summary>Words and phrases it knows.</summary>
    public int Count => others.Count;

    /// <summary>Single words that stand in its lists.</summary>
    public IReadOnlyCollection<string> Listed => listed;

    public static CatalogLexicon Of(CatalogSnapshot catalog) => new([.. WordGroups.Of(catalog)]);

    /// <summary>It is called so and is no place, whatever places may be called.</summary>
    public bool IsThing(string phrase) => things.Contains(phrase);

    public bool IsListed(string word) => listed.Contains(word);

    /// <summary>It stands in a list, or is another form of what does.</summary>
    public bool Knows(string word) => listed.Contains(word) || others.ContainsKey(word);

    public bool IsName(string word) => names.Contains(word);

    public IEnumerable<string> SameAs(string phrase) => others.TryGetValue(phrase, out var found) ? found : [];
}
