using System.Buffers;
using Souq.Kernel;
using Souq.Listings.Browsing;

namespace Souq.Listings.Suggesting;

/// <summary>In the order in which they are offered where nothing else decides.</summary>
public enum SuggestionKind { Section, Make, Model, Place, Word }

/// <summary>One way to go on.</summary>
/// <param name="Text">The whole of what would then stand in the field.</param>
/// <param name="Href">Where it leads, relative to the base of the language; <c>null</c> where the text is what is searched for.</param>
/// <param name="Beside">What it belongs to; <c>null</c> where its kind says enough.</param>
public sealed record Offer(string Text, SuggestionKind Kind, string? Href, LocalizedText? Beside);

/// <summary>
/// How a line of words may go on. The last words are taken for the beginning of something, the more of them the better; what stands before
/// them is kept as it was typed. What is spoken of in the most titles comes first, and no kind of thing crowds out the others.
/// </summary>
public static class Suggester
{
    public const int Most = 8;
    private const int OfEachKind = 2, LongestName = 5, Shortest = 2, LongestLine = 100;

    internal static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”„«»");

    public static IReadOnlyList<Offer> Offers(string? typed, KnownWords known, Language language)
    {
        var line = typed?.Length > 4 * LongestLine ? "" : SafeText.Line(typed);
        // Words in quotes and words to leave out are meant as they stand.
        if (line.Length is 0 or > LongestLine || line.AsSpan().ContainsAny(Quotes)) return [];
        var words = line.Split(' ');
        if (words[^1][0] == '-') return [];
        var found = new List<Found>();
        for (var length = Math.Min(LongestName, words.Length); length > 0; length--)
        {
            var begun = ArabicText.Fold(string.Join(' ', words[^length..]));
            if (begun.Length < Shortest) continue;
            var before = string.Join(' ', words[..^length]);
            found.AddRange(Things(begun, before, length, known));
            if (length == 1) found.AddRange(known.Vocabulary.StartingWith(begun, 2 * Most).Select(w => new Found(null, w.Key, before, length, w.Key == begun, w.Value)));
        }

        return [.. Mixed(found, language).Select(f => f.In(language, known)).DistinctBy(o => (o.Text, o.Href))];
    }

    private static IEnumerable<Found> Things(string begun, string before, int length, KnownWords known)
    {
        foreach (var (key, thing, weight) in known.Names.StartingWith(begun)) yield return new Found(thing, key, before, length, key == begun, weight);
        // The singular is no beginning of a broken plural.
        if (known.Catalog.NamedSections.Find(begun) is { } id && known.Catalog.Section(id) is { } section)
            foreach (var (key, thing, weight) in known.Names.StartingWith(ArabicText.Fold(section.Name.Ar)))
                if (thing.Leads?.SectionId == id) yield return new Found(thing, key, before, length, true, weight);
    }

    private static IEnumerable<Found> Mixed(List<Found> found, Language language)
    {
        var ranked = found.OrderByDescending(f => f.Length).ThenByDescending(f => f.IsWhole).ThenByDescending(f => f.Weight)
            .ThenBy(f => f.Kind).ThenBy(f => f.Key.Length).ThenBy(f => f.Key, StringComparer.Ordinal).DistinctBy(f => f.Identity).Where(f => !f.IsAsTyped(language)).ToList();
        var things = ranked.Where(f => f.Thing is not null).GroupBy(f => f.Group).SelectMany(g => g.Take(OfEachKind)).ToList();
        var said = things.SelectMany(f => f.Names).ToHashSet(StringComparer.Ordinal);
        ranked.RemoveAll(f => f.Thing is null && said.Contains(f.Key));
        var picked = things.Concat(ranked.Where(f => f.Thing is null).Take(Most - things.Count)).ToHashSet(ReferenceEqualityComparer.Instance);
        // There are more models than anybody sells: the room that is left is for those that adverts speak of.
        foreach (var rest in ranked.Where(f => f.Weight > 0))
            if (picked.Count < Most) picked.Add(rest);
        return ranked.Where(picked.Contains);
    }

    /// <summary>A thing, or a word of adverts where there is none, of which the last words are the beginning.</summary>
    private sealed record Found(NamedThing? Thing, string Key, string Before, int Length, bool IsWhole, int Weight)
    {
        public SuggestionKind Kind => Thing?.Kind ?? SuggestionKind.Word;

        public SuggestionKind Group => Kind == SuggestionKind.Model ? SuggestionKind.Make : Kind;

        public string Identity => Thing?.Identity ?? "word " + Key;

        public IEnumerable<string> Names => Languages.All.Select(l => ArabicText.Fold(Thing!.Name.In(l)));

        /// <summary>Nothing would be searched for but what stands there already.</summary>
        public bool IsAsTyped(Language language) => IsWhole && Thing?.Leads is null && (Thing is null || ArabicText.Fold(Thing.Name.In(language)) == Key);

        public Offer In(Language language, KnownWords known)
        {
            var name = Thing?.Name.In(language) ?? Key;
            var href = Thing?.Leads is { } leads ? SearchParameters.Address(leads with { Words = Before.Length > 0 ? Before : null }, known.Catalog) : null;
            return new Offer(Before.Length > 0 ? $"{Before} {name}" : name, Kind, href, Thing?.Beside);
        }
    }
}
