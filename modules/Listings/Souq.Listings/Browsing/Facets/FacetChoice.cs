using Souq.Web.Localisation;

namespace Souq.Listings.Browsing.Facets;

/// <summary>One choice among filters, with how many adverts it would leave.</summary>
/// <param name="AtLeast">There are more, which nobody counted.</param>
public sealed record FacetChoice(string Value, string Text, int Count, bool AtLeast, bool On)
{
    /// <summary>As it is shown: <c>412</c>, or <c>412+</c>.</summary>
    public string Shown => Formats.Number(Count) + (AtLeast ? "+" : "");

    /// <summary>The chosen ones and the commonest first; those nobody offers are left out.</summary>
    public static IReadOnlyList<FacetChoice> Of(
        IReadOnlyDictionary<string, int> counts, IReadOnlyCollection<string> chosen, bool atLeast, Func<string, string?> name) =>
    [
        .. counts.Keys.Union(chosen).Select(value => (value, Text: name(value))).Where(v => v.Text is not null)
            .Select(v => new FacetChoice(v.value, v.Text!, counts.GetValueOrDefault(v.value), atLeast, chosen.Contains(v.value)))
            .OrderByDescending(c => c.On).ThenByDescending(c => c.Count).ThenBy(c => c.Text, StringComparer.CurrentCulture),
    ];
}
