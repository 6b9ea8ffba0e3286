using Souq.Catalog.Contracts;

namespace Souq.Listings.Browsing.Facets;

/// <summary>
/// The matches of a search counted by what they are. What is narrowed already is counted as if it were not, so that other choices can be seen.
/// </summary>
/// <param name="Matches">Of the search as it is.</param>
/// <param name="AnySection">In the section around those that are chosen.</param>
/// <param name="Places">Wherever they are.</param>
/// <param name="AnyPrice">At any price.</param>
/// <param name="ByAttribute">With any answer to an attribute that narrows, by its key.</param>
public sealed record FacetCounts(SearchSample Matches, SearchSample AnySection, CountedPlaces Places, SearchSample AnyPrice, IReadOnlyDictionary<string, SearchSample> ByAttribute)
{
    public SearchSample For(string attribute) => ByAttribute.GetValueOrDefault(attribute) ?? Matches;
}

/// <inheritdoc cref="FacetCounts"/>
public sealed class FacetReader(SearchListings search, PlaceCounts places, ICatalog catalog)
{
    /// <summary>Of more attributes than these only the first are counted anew; the others show what is chosen.</summary>
    private const int MostAnew = 3;

    public async Task<FacetCounts> Of(SearchQuery query, SearchPageResult found, CancellationToken cancellation = default)
    {
        var matches = found.Sample ?? new SearchSample();
        var anyPrice = query.Min is null && query.Max is null ? matches : await search.Count(query with { Min = null, Max = null }, SampleWish.CountOnly, found.Relaxed, cancellation);
        var anySection = query.Among.Count == 0 ? matches : await search.Count(query with { Among = [], After = null }, SampleWish.Sections, found.Relaxed, cancellation);
        var (section, attributes) = (query.SectionId is { } id ? catalog.Current.Section(id) : null, new Dictionary<string, SearchSample>());
        foreach (var key in (query.Attributes?.Keys ?? []).Where(k => section?.Attribute(k) is not null).Take(MostAnew))
            attributes[key] = await search.Count(Without(query, key), SampleWish.Answers(key), found.Relaxed, cancellation);
        return new FacetCounts(matches, anySection, await places.Of(query, found, cancellation), anyPrice, attributes);
    }

    /// <summary>Without an attribute and those that depend on it: of another make other models are chosen.</summary>
    public SearchQuery Without(SearchQuery query, string key)
    {
        var asked = query.SectionId is { } id ? catalog.Current.Section(id)?.Attributes ?? [] : [];
        var gone = new HashSet<string> { key };
        // In the order of the form, so that what depends on what depends on it goes too.
        foreach (var attribute in asked)
            if (attribute.DependsOn is { } on && gone.Contains(on)) gone.Add(attribute.Key);
        return query with { After = null, Attributes = query.Attributes?.Where(a => !gone.Contains(a.Key)).ToDictionary() };
    }
}
