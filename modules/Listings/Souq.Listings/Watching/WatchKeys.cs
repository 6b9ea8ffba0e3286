using System.Globalization;
using Souq.Kernel;
using Souq.Listings.Browsing;

namespace Souq.Listings.Watching;

/// <summary>A word or tag, alone (<paramref name="Area"/> 0) or in an area.</summary>
internal sealed record WatchKey(string Term, int Area);

/// <summary>
/// Where a search is filed: under the rarest thing that every advert it finds must have, so that an advert is held against the few searches it might
/// meet and not against all. One of several words that mean the same, or of several areas, is filed under each.
/// </summary>
internal static class WatchKeys
{
    /// <summary>Every advert has it: for searches that ask for nothing that could be looked up.</summary>
    public const string Any = "*";

    /// <summary>More keys than these are not worth what they spare.</summary>
    private const int Most = 120;

    public static IReadOnlyList<WatchKey> Of(SearchFilter filter, TermWeights weights)
    {
        var areas = filter.TagParts.Select(AreasOf).FirstOrDefault(a => a is { Count: > 0 });
        var places = areas?.Sum(a => weights.Of(a.Tag)) ?? 1;
        var ways = filter.TagParts.Concat((filter.Asked?.Terms ?? []).Select(term => MustHave(term, weights)).OfType<IReadOnlyList<string>>())
            .Select(terms => (Terms: terms, Weight: terms.Sum(weights.Of)))
            .SelectMany(way => areas is null || AreasOf(way.Terms) is not null ? [(way.Terms, way.Weight, InAreas: false)]
                : new[] { (way.Terms, way.Weight, InAreas: false), (way.Terms, Weight: way.Weight * places, InAreas: true) })
            .Where(way => way.Terms.Count * (way.InAreas ? areas!.Count : 1) <= Most)
            .OrderBy(way => way.Weight).ToList();
        return ways.Count == 0 ? [new WatchKey(Any, 0)]
            : [.. ways[0].Terms.SelectMany(term => ways[0].InAreas ? areas!.Select(a => new WatchKey(term, a.Area)) : [new WatchKey(term, 0)]).Distinct()];
    }

    /// <summary>Lexemes of which every text that meets the term has one.</summary>
    private static IReadOnlyList<string>? MustHave(QueryTerm term, TermWeights weights)
    {
        var ways = term.Alternatives.Select(phrase => phrase.Split(' ').MinBy(weights.Of)!).ToHashSet();
        if (term.Parts.Count == 0) return [.. ways];
        if (term.Parts.Select(part => MustHave(part, weights)).OfType<IReadOnlyList<string>>().MinBy(terms => terms.Sum(weights.Of)) is not { } part) return null;
        return [.. ways.Union(part)];
    }

    /// <summary>The areas, where tags are nothing else.</summary>
    private static List<(string Tag, int Area)>? AreasOf(IReadOnlyList<string> tags)
    {
        var areas = new List<(string, int)>();
        foreach (var tag in tags)
            if (tag[0] == 'r' && int.TryParse(tag.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var area)) areas.Add((tag, area));
            else return null;
        return areas;
    }
}
