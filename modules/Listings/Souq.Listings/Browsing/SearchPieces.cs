using Microsoft.Extensions.Localization;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Web.Localisation;

namespace Souq.Listings.Browsing;

/// <summary>One thing a search asks for, in the reader's language.</summary>
/// <param name="Without">The search that does not ask for it.</param>
public sealed record SearchPiece(string Text, SearchQuery Without);

/// <summary>What a search was understood to be, piece by piece.</summary>
public static class SearchPieces
{
    public static IReadOnlyList<SearchPiece> Of(SearchQuery query, CatalogSnapshot catalog, IStringLocalizer text)
    {
        var (first, language) = (query with { After = null }, Languages.Current);
        var pieces = new List<SearchPiece>();
        void Add(string? piece, SearchQuery without)
        {
            if (piece is not null) pieces.Add(new SearchPiece(piece, without));
        }

        Add(query.Words, first with { Words = null });
        foreach (var section in query.Sections) Add(catalog.Section(section)?.Name.In(language), NotIn(first, section, catalog));
        foreach (var wilaya in query.Wilayas) Add(catalog.Territory.Wilaya(wilaya)?.Name.In(language), Elsewhere(first, wilaya));
        if (query.Commune is { } commune) Add(catalog.Territory.Commune(commune)?.Name.In(language), first with { Commune = null });
        if (query.Near is { } near && catalog.Territory.Commune(near) is { } centre)
            Add(query.Km is { } km ? text["Facet.Within", km, centre.Name.In(language)] : text["Facet.Around", centre.Name.In(language)],
                first with { Near = null, Km = null, Sort = query.Sort == SearchSort.Nearest ? SearchSort.Newest : query.Sort });
        if (query.Min is { } min) Add(text["Search.From", new Money(min).In(language)], first with { Min = null });
        if (query.Max is { } max) Add(text["Search.UpTo", new Money(max).In(language)], first with { Max = null });
        foreach (var (key, values) in query.Attributes ?? new Dictionary<string, IReadOnlyList<string>>())
            Add(Named(query, key, values, catalog), first with { Attributes = query.Attributes!.Where(a => a.Key != key).ToDictionary() });
        if (query.Photos) Add(text["Facet.Photos"], first with { Photos = false });
        if (query.Reduced) Add(text["Facet.Reduced"], first with { Reduced = false });
        if (query.Seller is { } seller) Add(text["Facet.Seller." + seller], first with { Seller = null });
        if (query.SellerId is not null) Add(text["Facet.By"], first with { SellerId = null });
        if (query.Days is { } days) Add(text.Count("Facet.Age.Days", days), first with { Days = null });
        return pieces;
    }

    private static SearchQuery NotIn(SearchQuery query, int section, CatalogSnapshot catalog)
    {
        var others = query.In(query.Sections.Where(s => s != section), catalog);
        return others with { Attributes = others.Sections.Count == 0 ? null : query.Fitting(catalog.Section(others.SectionId ?? 0)) };
    }

    private static SearchQuery Elsewhere(SearchQuery query, int wilaya)
    {
        var others = query.Wilayas.Where(w => w != wilaya).ToList();
        return query with { Wilaya = others.Count > 0 ? others[0] : null, MoreWilayas = [.. others.Skip(1)], Commune = null };
    }

    private static string Named(SearchQuery query, string key, IReadOnlyList<string> values, CatalogSnapshot catalog)
    {
        var attribute = query.SectionId is { } id ? catalog.Section(id)?.Attribute(key) : null;
        var shown = values.Select(v => v.Split("..") is { Length: 2 } ends ? $"{ends[0]} – {ends[1]}".Trim()
            : attribute is null ? v : AttributeRules.Display(attribute, v, Languages.Current));
        return $"{attribute?.Name.In(Languages.Current) ?? key}: {string.Join(" / ", shown)}";
    }
}
