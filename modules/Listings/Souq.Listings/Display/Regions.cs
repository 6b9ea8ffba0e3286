using System.Globalization;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Web.Forms;

namespace Souq.Listings.Display;

/// <summary>Wilayas and communes as choices in the reader's language.</summary>
public static class Regions
{
    public static IReadOnlyList<Choice> Wilayas(CatalogSnapshot catalog) =>
        [.. catalog.Territory.Wilayas.Select(w => new Choice(Text(w.Code), string.Create(CultureInfo.InvariantCulture, $"{w.Code:00} · {w.Name.In(Languages.Current)}")))];

    /// <summary>Of the wilaya, by name; none while no wilaya is chosen.</summary>
    public static IReadOnlyList<Choice> Communes(CatalogSnapshot catalog, int? wilaya) => wilaya is not { } code ? [] :
    [
        .. catalog.Territory.CommunesOf(code).Where(c => !c.IsWholeWilaya)
            .Select(c => new Choice(Text(c.Code), c.Name.In(Languages.Current)))
            .OrderBy(c => c.Text, StringComparer.CurrentCulture),
    ];

    private static string Text(int code) => code.ToString(CultureInfo.InvariantCulture);
}
