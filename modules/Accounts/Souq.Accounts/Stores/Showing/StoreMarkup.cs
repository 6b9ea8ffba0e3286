using System.Globalization;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Web.Addresses;

namespace Souq.Accounts.Stores.Showing;

/// <summary>A store for search engines, in the words of schema.org. Phones stay behind their button.</summary>
public sealed class StoreMarkup(ICatalog catalog, PublicAddress address)
{
    public IReadOnlyDictionary<string, object?> Of(Store store) => new Dictionary<string, object?>
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "Store",
        ["@id"] = address.For(Language.Arabic, store.Path).AbsoluteUri,
        ["name"] = store.Title,
        ["url"] = address.For(Languages.Current, store.Path).AbsoluteUri,
        ["description"] = store.Words.Length > 0 ? store.Words : null,
        ["logo"] = Photo(store.Logo),
        ["image"] = Photo(store.Front ?? store.Logo),
        ["sameAs"] = store.Website,
        ["address"] = store.Places.Select(Place).ToArray(),
        ["openingHoursSpecification"] = store.Hours.Spans.Select(Hours).ToArray(),
    };

    private string? Photo(StorePicture? picture) => picture is null ? null : address.Asset(PhotoAddress.Page(picture.Id)).AbsoluteUri;

    private Dictionary<string, string> Place(int commune) => new()
    {
        ["@type"] = "PostalAddress",
        ["addressCountry"] = "DZ",
        ["addressLocality"] = catalog.Current.Territory.Commune(commune)?.Name.ToString() ?? "",
    };

    private static Dictionary<string, string> Hours(OpenSpan span) => new()
    {
        ["@type"] = "OpeningHoursSpecification",
        ["dayOfWeek"] = span.Day.ToString(),
        ["opens"] = Clock(span.From),
        ["closes"] = Clock(span.To),
    };

    private static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
}
