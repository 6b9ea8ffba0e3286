using System.Collections.Frozen;
using Souq.Kernel;

namespace Souq.Catalog.Contracts;

/// <summary>Sections by what they are called, in the words a reader has for them: شقة names the section شقق. What names two names neither.</summary>
public sealed class NamedSections
{
    private readonly FrozenDictionary<string, int> phrases;
    private readonly FrozenDictionary<string, int> words;
    private readonly CatalogLexicon lexicon;

    private NamedSections(CatalogSnapshot catalog)
    {
        lexicon = catalog.Lexicon;
        // A section that is called as the one above it says no more than that.
        var named = catalog.Sections.SelectMany(s => new[] { s.Name.Ar, s.Name.Fr, s.Name.En }.Select(ArabicText.Fold).Distinct().Select(name => (name, s))).ToList();
        phrases = One(named.Where(n => n.name.Contains(' ')));
        words = One(named.Where(n => !n.name.Contains(' ')).SelectMany(n => ArabicText.Lexemes(n.name).Where(form => form[0] != '~').Select(form => (form, n.s))));
    }

    public static NamedSections Of(CatalogSnapshot catalog) => new(catalog);

    /// <summary>Id of the one section of that name.</summary>
    public int? Find(string folded)
    {
        if (folded.Contains(' ')) return phrases.TryGetValue(folded, out var id) ? id : null;
        // A make or a model is what it is, whatever a section is called.
        if (lexicon.IsName(folded) || ArabicText.Query(folded, lexicon) is not [var term]) return null;
        var found = term.Alternatives.Where(a => a[0] != '~').Select(a => words.TryGetValue(a, out var word) ? word : (int?)null).OfType<int>().Distinct().Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private static FrozenDictionary<string, int> One(IEnumerable<(string Name, Section Section)> named) => named
        .GroupBy(n => n.Name, n => n.Section)
        .Where(g => g.Select(s => s.Id).Distinct().Count() == 1)
        .ToFrozenDictionary(g => g.Key, g => g.First().Id, StringComparer.Ordinal);
}
