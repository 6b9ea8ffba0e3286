using System.Buffers;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Listings.Browsing;

/// <summary>
/// A place or a section named among the words becomes a filter, which the reader sees and can take off: "شقة للبيع وهران" is apartments in
/// Oran with the word بيع. What was chosen stays, and <see cref="SearchQuery.Plain"/> leaves the words as they are.
/// </summary>
public static class SearchReading
{
    private const int MostTokens = 40;

    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”„«»");

    /// <summary>The search as it is understood, or the same object when there is nothing to understand.</summary>
    public static SearchQuery Of(SearchQuery query, CatalogSnapshot catalog)
    {
        if (query.Plain || query.Words is null) return query;
        var tokens = query.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostTokens).Select(t => new Token(t)).ToList();
        var read = query;
        if (query is { Wilaya: null, Commune: null } && Place(tokens, catalog) is { } place) read = read with { Wilaya = place.Wilaya, Commune = place.Commune };
        if (query.Sections.Count == 0 && Section(tokens, catalog) is { } section) read = read with { SectionId = section };
        if (ReferenceEquals(read, query)) return query;
        var rest = string.Join(' ', tokens.Select(t => t.Typed));
        return read with { Words = ArabicText.Query(rest).Count > 0 && tokens.Exists(t => !ArabicText.LeadsToPlace(t.Folded)) ? rest : null, Plain = true };
    }

    private static NamedPlace? Place(List<Token> tokens, CatalogSnapshot catalog)
    {
        for (var length = Math.Min(NamedPlaces.LongestPhrase, tokens.Count); length > 0; length--)
            for (var at = tokens.Count - length; at >= 0; at--)
            {
                if (Phrase(tokens, at, length) is not { } phrase || catalog.Places.Find(phrase) is not { } place) continue;
                // What is also the name of a thing (a car called Tiaret) is read as the thing.
                if (length == 1 && place.Commune is not null && catalog.Lexicon.IsThing(phrase)) continue;
                tokens.RemoveRange(at, length);
                while (at > 0 && ArabicText.LeadsToPlace(tokens[at - 1].Folded)) tokens.RemoveAt(--at);
                return place;
            }

        return null;
    }

    private static int? Section(List<Token> tokens, CatalogSnapshot catalog)
    {
        for (var length = Math.Min(4, tokens.Count); length > 0; length--)
            for (var at = 0; at + length <= tokens.Count; at++)
            {
                if (Phrase(tokens, at, length) is not { } phrase || catalog.NamedSections.Find(phrase) is not { } section) continue;
                tokens.RemoveRange(at, length);
                return section;
            }

        return null;
    }

    /// <summary>Folded words side by side; <c>null</c> where one of them is quoted or left out.</summary>
    private static string? Phrase(List<Token> tokens, int at, int length)
    {
        var words = tokens.GetRange(at, length);
        return words.TrueForAll(w => w.IsPlain) ? string.Join(' ', words.Select(w => w.Folded)) : null;
    }

    private sealed record Token(string Typed)
    {
        public string Folded { get; } = ArabicText.Fold(Typed);

        public bool IsPlain => Folded.Length > 0 && Typed[0] != '-' && !Typed.AsSpan().ContainsAny(Quotes);
    }
}
