using Souq.Catalog.Contracts;

namespace Souq.Listings.Browsing;

/// <summary>Which sections a search is in: one with all below it, or several, and then what they have in common is the section around them.</summary>
public static class ChosenSections
{
    /// <summary>As many are read of an address.</summary>
    public const int Most = 20;

    /// <summary>The same search in these sections; in all of them when there is none.</summary>
    public static SearchQuery In(this SearchQuery query, IEnumerable<int> sections, CatalogSnapshot catalog)
    {
        var known = sections.Distinct().Select(catalog.Section).OfType<Section>().ToList();
        // Who names a section and one below it means the one below.
        var chosen = known.Where(s => !known.Exists(other => other.Id != s.Id && other.Path.Contains(s.Id))).ToList();
        return chosen switch
        {
            [] => query with { SectionId = null, Among = [] },
            [var one] => query with { SectionId = one.Id, Among = [] },
            _ => query with { SectionId = Around(chosen), Among = [.. chosen.Select(s => s.Id).Order()] },
        };
    }

    /// <summary>What of a search's attributes these sections ask too.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>>? Fitting(this SearchQuery query, Section? section) =>
        query.Attributes?.Where(a => section?.Attribute(a.Key) is { Filterable: true }).ToDictionary();

    private static int? Around(List<Section> sections)
    {
        var path = sections[0].Path.TakeWhile((id, depth) => sections.TrueForAll(s => s.Path.Count > depth && s.Path[depth] == id)).ToList();
        return path.Count == 0 ? null : path[^1];
    }
}
