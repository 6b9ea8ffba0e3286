using System.Globalization;
using Souq.Catalog.Contracts;
using Souq.Listings.Browsing;

namespace Souq.Listings.Pricing;

/// <summary>Which adverts a price is compared with. Pure.</summary>
public static class SimilarAdverts
{
    /// <summary>Attributes that say what a thing is.</summary>
    public static IReadOnlyList<string> Things { get; } = ["make", "brand", "model", "operation", "kind"];

    /// <summary>Attributes by which things of one model differ in price.</summary>
    public static IReadOnlyList<string> Details { get; } = ["year", "mileage", "area", "storage"];

    /// <summary>
    /// The searches that find like things, the closest first: cars of the make and model, a year around and like mileage; property of the
    /// kind, in the wilaya and of like area; phones of the brand, model and storage. Empty where things have no like.
    /// </summary>
    public static IReadOnlyList<SearchQuery> Of(ListingContent content, CatalogSnapshot catalog, DateOnly today)
    {
        if (catalog.Section(content.SectionId) is not { } section) return [];
        var all = new SearchQuery(SectionId: section.Id);
        if (section.Attribute("make") is not null) return Cars(content, all);
        if (section.Attribute("operation") is not null && section.Attribute("area") is not null) return Property(content, all, catalog, today);
        if (section.Attribute("brand") is not null && section.Attribute("model") is not null) return Phones(content, all);
        return [];
    }

    /// <summary>The same and then wider ones, down to the whole section: enough to see a price that is ten times off.</summary>
    public static IReadOnlyList<SearchQuery> Wide(ListingContent content, CatalogSnapshot catalog, DateOnly today) =>
    [
        .. Of(content, catalog, today),
        .. Keys(content, "make", "model"), .. Keys(content, "brand", "model"), .. Keys(content, "operation", "kind"), .. Keys(content, "make"),
        new SearchQuery(SectionId: content.SectionId),
    ];

    /// <summary>The same thing, whatever its details.</summary>
    public static SearchQuery Wider(SearchQuery like) =>
        like with { Attributes = like.Attributes?.Where(a => !Details.Contains(a.Key)).ToDictionary(a => a.Key, a => a.Value) };

    /// <summary>Those of a sample of <see cref="Wider"/> that have the details that are asked for.</summary>
    public static IEnumerable<LikeAdvert> Fitting(SearchQuery like, LikeSample sample)
    {
        var details = (like.Attributes ?? new Dictionary<string, IReadOnlyList<string>>()).Where(a => Details.Contains(a.Key))
            .Select(a => (a.Key, a.Value, Range: SearchFilter.Range(a.Value[0]))).ToList();
        return sample.Adverts.Where(advert => details.TrueForAll(detail => sample.Answer(advert, detail.Key) is { } answer
            && (detail.Range is var (from, to) ? IsBetween(answer, from, to) : detail.Value.Contains(answer))));
    }

    /// <summary>The ranges of details that are asked for, in one order.</summary>
    public static IReadOnlyList<(string Key, decimal? From, decimal? To)> Ranges(SearchQuery like) =>
    [
        .. from a in like.Attributes ?? new Dictionary<string, IReadOnlyList<string>>()
           where Details.Contains(a.Key) && SearchFilter.Range(a.Value[0]) is not null
           orderby a.Key
           let range = SearchFilter.Range(a.Value[0])!.Value
           select (a.Key, range.From, range.To),
    ];

    /// <summary>No detail is asked for but as a range.</summary>
    public static bool IsOfRanges(SearchQuery like) => Ranges(like).Count == (like.Attributes ?? new Dictionary<string, IReadOnlyList<string>>()).Keys.Count(Details.Contains);

    private static bool IsBetween(string answer, decimal? from, decimal? to) =>
        decimal.TryParse(answer, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && !(number < from) && !(number > to);

    private static IReadOnlyList<SearchQuery> Cars(ListingContent content, SearchQuery all)
    {
        if (Same(content, "make", "model") is not { } model || Number(content, "year") is not { } year) return [];
        var around = With(model, "year", year - 1, year + 1);
        return Number(content, "mileage") is { } km
            ? [all with { Attributes = With(around, "mileage", Math.Max(0, km - Band(km)), km + Band(km)) }, all with { Attributes = around }]
            : [all with { Attributes = around }];
    }

    // A third of what it has run, and 30,000 km at least.
    private static decimal Band(decimal km) => Math.Max(30_000, Math.Round(km / 3));

    private static IReadOnlyList<SearchQuery> Property(ListingContent content, SearchQuery all, CatalogSnapshot catalog, DateOnly today)
    {
        if (Same(content, "operation") is not { } operation || Number(content, "area") is not { } area
            || catalog.Territory.Commune(content.CommuneCode) is not { } commune) return [];
        var like = With(Same(content, "operation", "kind") ?? operation, "area", Math.Round(area * 0.8m), Math.Round(area * 1.2m));
        return [all with { Wilaya = catalog.Territory.WilayaOf(commune, today).Code, Attributes = like }];
    }

    private static IReadOnlyList<SearchQuery> Phones(ListingContent content, SearchQuery all) =>
    [
        .. Same(content, "brand", "model", "storage") is { } exact ? [all with { Attributes = exact }] : Array.Empty<SearchQuery>(),
        .. Same(content, "brand", "model") is { } model ? [all with { Attributes = model }] : Array.Empty<SearchQuery>(),
    ];

    private static IEnumerable<SearchQuery> Keys(ListingContent content, params string[] keys) =>
        Same(content, keys) is { } same ? [new SearchQuery(SectionId: content.SectionId, Attributes: same)] : [];

    private static Dictionary<string, IReadOnlyList<string>>? Same(ListingContent content, params string[] keys) =>
        keys.All(content.Attributes.ContainsKey)
            ? keys.ToDictionary(k => k, k => (IReadOnlyList<string>)[content.Attributes[k]])
            : null;

    private static Dictionary<string, IReadOnlyList<string>> With(Dictionary<string, IReadOnlyList<string>> same, string key, decimal from, decimal to) =>
        new(same) { [key] = [string.Create(CultureInfo.InvariantCulture, $"{from}..{to}")] };

    private static decimal? Number(ListingContent content, string key) =>
        content.Attributes.TryGetValue(key, out var text) && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number : null;
}
