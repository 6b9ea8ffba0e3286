using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Listings.Suggesting;

/// <summary>Everything a node knows of the words of the market, at one moment: what adverts say, and what the catalog is called.</summary>
public sealed class KnownWords
{
    private readonly Spellings listed;

    private KnownWords(CatalogSnapshot catalog, Vocabulary vocabulary, NameIndex names, Spellings listed) =>
        (Catalog, Vocabulary, Names, this.listed) = (catalog, vocabulary, names, listed);

    public CatalogSnapshot Catalog { get; }

    public Vocabulary Vocabulary { get; }

    internal NameIndex Names { get; }

    /// <param name="today">Decides in which wilaya a commune is shown.</param>
    public static KnownWords Of(CatalogSnapshot catalog, Vocabulary vocabulary, DateOnly today) =>
        new(catalog, vocabulary, NameIndex.Of(NamedThings.Of(catalog, today), vocabulary), new Spellings([.. catalog.Lexicon.Listed]));

    /// <summary>Before anything was read.</summary>
    public static KnownWords Nothing(CatalogSnapshot catalog) => new(catalog, Vocabulary.Empty, NameIndex.Empty, new Spellings([]));

    /// <summary>
    /// Words of adverts and of the catalog that are so many slips away, or fewer, and names that are heard as it is written; the nearest first,
    /// then those of the most adverts.
    /// </summary>
    public IEnumerable<string> Near(string word, int slips) => Vocabulary.Near(word, slips).Concat(listed.Near(word, slips)).Concat(Heard(word)).Distinct()
        .OrderBy(n => n.Slips).ThenByDescending(n => Vocabulary.AdvertsWith(n.Word)).ThenBy(n => n.Word, StringComparer.Ordinal).Select(n => n.Word);

    /// <summary>Written as it sounds (reno for Renault) it is not near any spelling, but in Arabic letters it is one the catalog knows. What no advert speaks of only sounds alike.</summary>
    private IEnumerable<(string Word, int Slips)> Heard(string word) => ArabicText.Query(word, Catalog.Lexicon) is [var term]
        ? term.Alternatives.Where(Catalog.Lexicon.IsName).SelectMany(Catalog.Lexicon.SameAs)
            .Where(name => !name.Contains(' ') && char.IsAscii(name[0]) == char.IsAscii(word[0]) && Vocabulary.AdvertsWith(name) > 0).Select(name => (name, 1))
        : [];
}
