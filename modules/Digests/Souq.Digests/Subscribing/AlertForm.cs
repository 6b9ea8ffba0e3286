using System.Globalization;
using Microsoft.AspNetCore.Http;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Web.Forms;

namespace Souq.Digests.Subscribing;

/// <summary>The form of an alert exactly as it was typed.</summary>
/// <param name="Query">The search, when it was made on a page of results; else section and place say what it is.</param>
/// <param name="Section">Slug.</param>
/// <param name="Picking">Only the communes of the wilaya are asked for.</param>
internal sealed record AlertForm(
    string? Query = null, string? Address = null, string? Title = null, string? Section = null, string? Wilaya = null, string? Commune = null, bool Picking = false)
{
    /// <summary>When letters come, and how many adverts they show.</summary>
    public RhythmForm Rhythm { get; init; } = new();

    public static AlertForm Read(IFormCollection form) =>
        new(form["query"].FirstOrDefault(), form["address"], form["title"], form["section"], form["wilaya"], form["commune"], form.ContainsKey("pick"))
        {
            Rhythm = RhythmForm.Read(form),
        };

    /// <summary>As an address asks for it.</summary>
    public string Asked => !string.IsNullOrEmpty(Query) ? Query : string.Join('&', new[] { ("section", Section), ("wilaya", Wilaya), ("commune", Commune) }
        .Where(p => !string.IsNullOrEmpty(p.Item2)).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}"));

    /// <summary>What of section and place there is not.</summary>
    public IEnumerable<Refusal> Check(CatalogSnapshot catalog)
    {
        if (!string.IsNullOrEmpty(Query)) yield break;
        if (!string.IsNullOrEmpty(Section) && catalog.Section(Section) is null) yield return new Refusal("Digest.SectionUnknown", "Section");
        var wilaya = string.IsNullOrEmpty(Wilaya) ? null : Code(Wilaya) is { } w ? catalog.Territory.Wilaya(w) : null;
        if (!string.IsNullOrEmpty(Wilaya) && wilaya is null) yield return new Refusal("Digest.PlaceUnknown", "Wilaya");
        if (!string.IsNullOrEmpty(Commune) && !(Code(Commune) is { } c && catalog.Territory.Commune(c) is { } commune
            && (wilaya is null || wilaya.Code == commune.Wilaya || wilaya.Code == commune.WilayaOf58 || wilaya.Code == commune.WilayaOf48)))
            yield return new Refusal("Digest.PlaceUnknown", "Commune");
    }

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

    private static int? Code(string? typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;
}
