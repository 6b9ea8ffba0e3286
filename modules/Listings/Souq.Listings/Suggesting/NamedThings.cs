using System.Globalization;
using System.Text.RegularExpressions;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Browsing;

namespace Souq.Listings.Suggesting;

/// <summary>What of a catalog can be offered: sections, wilayas and communes, makes, and models alone as well as behind their make.</summary>
internal static partial class NamedThings
{
    /// <summary>A letter alone is no beginning of anything.</summary>
    private const int ShortestKey = 2;

    private const string Other = "other";

    public static IEnumerable<NamedThing> Of(CatalogSnapshot catalog, DateOnly today) =>
        [.. Sections(catalog), .. Places(catalog.Territory, today), .. Makes(catalog), .. Models(catalog)];

    private static IEnumerable<NamedThing> Sections(CatalogSnapshot catalog) => catalog.Sections.Select(s => new NamedThing(
        SuggestionKind.Section, "section " + s.Slug, s.Name, s.ParentId is { } parent ? catalog.Section(parent)?.Name : null,
        new SearchQuery(SectionId: s.Id), Keys(s.Name, [])));

    private static IEnumerable<NamedThing> Places(Territory territory, DateOnly today) =>
    [
        .. territory.Wilayas.Select(w => new NamedThing(
            SuggestionKind.Place, Identity("wilaya", w.Code), w.Name, null, new SearchQuery(Wilaya: w.Code), Keys(w.Name, w.Aliases))),
        .. territory.Communes.Select(c => (Commune: c, Wilaya: territory.WilayaOf(c, today))).Select(c => new NamedThing(
            SuggestionKind.Place, Identity("commune", c.Commune.Code), c.Commune.Name, c.Wilaya.Name,
            new SearchQuery(Wilaya: c.Wilaya.Code, Commune: c.Commune.Code), Keys(c.Commune.Name, c.Commune.Aliases))),
    ];

    /// <summary>The same make stands in the lists of several sections.</summary>
    private static IEnumerable<NamedThing> Makes(CatalogSnapshot catalog) => Lists(catalog, a => a.DependsOn is null && IsMake(a.Key))
        .SelectMany(l => Offered(l.Asked)).GroupBy(c => ArabicText.Fold(Bare(c.Name).Fr))
        .Select(g => new NamedThing(
            SuggestionKind.Make, "make " + g.Key, Bare(g.First().Name), null, null, [.. g.SelectMany(c => Keys(Bare(c.Name), c.Aliases)).Distinct()]));

    private static IEnumerable<NamedThing> Models(CatalogSnapshot catalog) => Lists(catalog, a => a.DependsOn is { } on && IsMake(on)).SelectMany(l =>
    {
        var makes = Offered(l.Section.Attribute(l.Asked.DependsOn!)!).DistinctBy(c => c.Value).ToDictionary(c => c.Value, c => Bare(c.Name));
        return Offered(l.Asked).Where(c => c.Parent is not null && makes.ContainsKey(c.Parent)).SelectMany(c => Model(c, Bare(c.Name), makes[c.Parent!]));
    });

    private static IEnumerable<NamedThing> Model(AttributeChoice choice, LocalizedText name, LocalizedText make)
    {
        var identity = $"model {choice.Parent} {choice.Value}";
        // An alias in Latin letters is understood beside the make alone: "grand" for Grand Scénic.
        yield return new NamedThing(SuggestionKind.Model, identity, name, make, null, Keys(name, choice.Aliases?.Where(a => a.Any(l => l is >= '\u0600' and <= '\u06FF'))));
        if (ArabicText.Fold(name.Fr).StartsWith(ArabicText.Fold(make.Fr), StringComparison.Ordinal)) yield break;
        var whole = new LocalizedText($"{make.Ar} {name.Ar}", $"{make.Fr} {name.Fr}", $"{make.En} {name.En}");
        yield return new NamedThing(SuggestionKind.Model, identity, whole, null, null, Keys(whole, []));
    }

    /// <summary>Each list once, however many sections ask it.</summary>
    private static IEnumerable<(Section Section, AttributeDefinition Asked)> Lists(CatalogSnapshot catalog, Func<AttributeDefinition, bool> wanted) => catalog.Sections
        .SelectMany(s => s.Attributes.Where(a => a is { Kind: AttributeKind.Choice, Choices.Count: > 0 } && wanted(a)).Select(a => (s, a))).DistinctBy(l => l.a.Choices);

    private static bool IsMake(string key) => key is "make" or "brand";

    private static IEnumerable<AttributeChoice> Offered(AttributeDefinition asked) => asked.Choices.Where(c => c.Value != Other);

    private static string[] Keys(LocalizedText name, IEnumerable<string>? aliases)
    {
        var keys = new[] { name.Ar, name.Fr, name.En }.Concat(aliases ?? []).Select(ArabicText.Fold).Where(k => k.Length >= ShortestKey).Distinct().ToList();
        return [.. keys.Concat(ArabicText.Spellings(keys)).Distinct()];
    }

    /// <summary>What stands in brackets explains and is not searched for.</summary>
    private static LocalizedText Bare(LocalizedText name) => new(Brackets.Replace(name.Ar, ""), Brackets.Replace(name.Fr, ""), Brackets.Replace(name.En, ""));

    private static string Identity(string kind, int code) => string.Create(CultureInfo.InvariantCulture, $"{kind} {code}");

    [GeneratedRegex(@"\s*\([^)]*\)")]
    private static partial Regex Brackets { get; }
}
