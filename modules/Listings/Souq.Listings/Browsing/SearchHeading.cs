using Microsoft.Extensions.Localization;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Listings.Browsing;

/// <summary>A search as a heading: what and where, in the reader's language.</summary>
public static class SearchHeading
{
    public static string Of(SearchQuery query, CatalogSnapshot catalog, IStringLocalizer text)
    {
        var what = query.Words is { } words ? text["Search.Quoted", words]
            : query.Sections is { Count: > 0 } sections ? string.Join(" · ", sections.Select(id => catalog.Section(id)!.Name.In(Languages.Current)))
            : text["Search.Everything"].Value;
        return Where(query, catalog) is { } where ? text["Search.WhatWhere", what, where] : what;
    }

    public static string? Where(SearchQuery query, CatalogSnapshot catalog) =>
        query.Commune is { } commune ? catalog.Territory.Commune(commune)?.Name.In(Languages.Current)
        : query.Near is { } near ? catalog.Territory.Commune(near)?.Name.In(Languages.Current)
        : query.Wilaya is not null ? string.Join(" · ", query.Wilayas.Select(w => catalog.Territory.Wilaya(w)?.Name.In(Languages.Current)))
        : null;
}
