using Microsoft.Extensions.Localization;
using Souq.Catalog.Contracts;
using Souq.Digests.Reporting;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Web.Localisation;

namespace Souq.Digests.Sending;

/// <summary>What letters and pages say of searches and of the adverts they found, in the language of the moment.</summary>
public sealed class DigestWords(ISearches searches, ICatalog catalog, Formats formats, IStringLocalizer<DigestsText> text)
{
    /// <summary>What it asks for: words, section, place, price …</summary>
    public string Asks(string query) => query == WeeklyReport.Search.Query ? text["Report.Name"] : string.Join(" · ", searches.Describe(query));

    /// <summary>As its owner calls it, else what it asks for.</summary>
    public string Title(string? title, string query) => title ?? Asks(query);

    /// <summary>The page of everything it finds.</summary>
    public string Results(string query) => query == WeeklyReport.Search.Query ? "desk" : searches.Address(query);

    /// <summary>What it finds in one section.</summary>
    public (string Title, string Address)? InSection(string query, int sectionId) => catalog.Current.Section(sectionId) is { } section
        ? (section.Name.ToString(), searches.Address(searches.Read($"{query}&section={section.Slug}")?.Query ?? query))
        : null;

    public string Price(Price price) => price.Dinars is not null ? PriceFormat.Amount(price, Languages.Current) : text[$"Price.{price.Type}"];

    /// <summary>The price it came down from; <c>null</c> when it did not.</summary>
    public static string? Was(ToldAdvert advert) => advert.Drop > 0 ? PriceFormat.Amount(advert.Price with { Dinars = advert.Was }, Languages.Current) : null;

    /// <summary>The day, not how long ago: a letter may be read much later.</summary>
    public string PlaceAndDay(ToldAdvert advert) => $"{Place(advert)} · {formats.Date(advert.ListedAt).Replace(' ', '\u00a0')}";

    public string Place(ToldAdvert advert)
    {
        var territory = catalog.Current.Territory;
        if (territory.Commune(advert.Commune) is not { } commune) return text["Topic.WholeCountry"];
        var (town, wilaya) = (commune.Name.ToString(), territory.WilayaOf(commune, DateOnly.FromDateTime(advert.ListedAt.UtcDateTime)).Name.ToString());
        return town == wilaya ? town : text["Place", town, wilaya];
    }
}
