using System.Globalization;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Web.Forms;

namespace Souq.Accounts.Stores.Keeping;

/// <summary>Wilayas and communes as choices in the reader's language.</summary>
internal static class PlaceChoices
{
    public static IReadOnlyList<Choice> Wilayas(Territory territory) =>
        [.. territory.Wilayas.Select(w => new Choice(Text(w.Code), string.Create(CultureInfo.InvariantCulture, $"{w.Code:00} · {w.Name.In(Languages.Current)}")))];

    /// <summary>None while no wilaya is chosen.</summary>
    public static IReadOnlyList<Choice> Communes(Territory territory, string? wilaya) =>
        !int.TryParse(wilaya, NumberStyles.None, CultureInfo.InvariantCulture, out var code) || territory.Wilaya(code) is null ? [] :
        [
            .. territory.CommunesOf(code).Where(c => !c.IsWholeWilaya).Select(c => new Choice(Text(c.Code), c.Name.In(Languages.Current)))
                .OrderBy(c => c.Text, StringComparer.CurrentCulture),
        ];

    private static string Text(int code) => code.ToString(CultureInfo.InvariantCulture);
}
