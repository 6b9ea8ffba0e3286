using System.Globalization;
using Microsoft.AspNetCore.Http;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Web.Forms;

namespace Souq.Digests.Subscribing;

/// <summary>The form of an alert exactly as it was typed.</summary>
/// <param name="Section">Slug.</param>
/// <param name="Picking">Only the communes of the wilaya are asked for.</param>
internal sealed record AlertForm(
    string? Address = null, string? Section = null, string? Wilaya = null, string? Commune = null, string Frequency = nameof(Subscribing.Frequency.Daily),
    bool Picking = false)
{
    // No real section or place; lets the decision name the field that is wrong.
    private const int Unknown = -1;

    public static AlertForm Read(IFormCollection form) =>
        new(form["address"], form["section"], form["wilaya"], form["commune"], form["frequency"].ToString(), form.ContainsKey("pick"));

    public RequestDigest Request(CatalogSnapshot catalog, string network) => new(
        Address,
        new DigestTopic(
            string.IsNullOrEmpty(Section) ? null : catalog.Section(Section)?.Id ?? Unknown,
            Code(Wilaya),
            Code(Commune)),
        Enum.TryParse<Frequency>(Frequency, out var frequency) && Enum.IsDefined(frequency) ? frequency : Subscribing.Frequency.Daily,
        Languages.Current,
        network);

    /// <summary>Top sections, each with what is under it.</summary>
    public static IReadOnlyList<Choice> Sections(CatalogSnapshot catalog) =>
    [
        .. catalog.TopSections.SelectMany(top => catalog.ChildrenOf(top.Id)
            .Select(child => new Choice(child.Slug, child.Name.ToString(), top.Name.ToString()))
            .Prepend(new Choice(top.Slug, top.Name.ToString(), top.Name.ToString()))),
    ];

    public static IReadOnlyList<Choice> Wilayas(CatalogSnapshot catalog) =>
        [.. catalog.Territory.Wilayas.Select(w => new Choice($"{w.Code}", $"{w.Code:00} {w.Name}"))];

    /// <summary>Communes of the chosen wilaya, in alphabetical order.</summary>
    public IReadOnlyList<Choice> Communes(CatalogSnapshot catalog) => Code(Wilaya) is not { } wilaya ? [] :
    [
        .. catalog.Territory.CommunesOf(wilaya).Where(c => !c.IsWholeWilaya).Select(c => new Choice($"{c.Code}", c.Name.ToString()))
            .OrderBy(c => c.Text, StringComparer.Create(Languages.Current.Culture(), ignoreCase: true)),
    ];

    private static int? Code(string? typed) => string.IsNullOrEmpty(typed) ? null
        : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : Unknown;
}
