using System.Text.RegularExpressions;
using Souq.Kernel;

namespace Souq.Catalog.Contracts;

/// <summary>The groups of equal words in a catalog.</summary>
internal static partial class WordGroups
{
    public static IEnumerable<WordGroup> Of(CatalogSnapshot catalog) =>
    [
        .. catalog.Words.Select(w => WordGroup.Of(Named(w.Name).Concat(w.Aliases ?? []))),
        .. Lists(catalog).SelectMany(Choices),
        .. catalog.Territory.Wilayas.SelectMany(w => Names(w.Name, w.Aliases, arePlaces: true)),
        .. catalog.Territory.Communes.SelectMany(c => Names(c.Name, c.Aliases, arePlaces: true)),
    ];

    /// <summary>Each list once, however many sections ask it; in one that is written into freely, what French and English call the same is a name.</summary>
    private static IEnumerable<AttributeDefinition> Lists(CatalogSnapshot catalog) =>
        catalog.Sections.SelectMany(s => s.Attributes).Where(a => a.Choices.Count > 0).DistinctBy(a => a.Choices);

    private static IEnumerable<WordGroup> Choices(AttributeDefinition asked) => asked.Choices
        .Where(c => c.Value != "other")
        .SelectMany(c => asked.Open
            // A model's aliases are understood beside its make alone: "grand" for Grand Scénic.
            ? Names(c.Name, c.Parent is null ? c.Aliases : c.Aliases?.Where(a => a.Any(l => l is >= '\u0600' and <= '\u06FF')))
            : [WordGroup.Of(Named(c.Name))]);

    private static IEnumerable<WordGroup> Names(LocalizedText name, IEnumerable<string>? aliases, bool arePlaces = false) =>
        [WordGroup.Of(Named(name).Concat(aliases ?? []), areNames: name.Fr == name.En, arePlaces), .. Aligned(name, arePlaces)];

    /// <summary>Words of a name that stand for each other: land and لاند in Land Rover.</summary>
    private static IEnumerable<WordGroup> Aligned(LocalizedText name, bool arePlaces)
    {
        var (arabic, latin) = (ArabicText.Words(name.Ar), ArabicText.Words(name.Fr));
        if (arabic.Count != latin.Count || arabic.Count < 2) yield break;
        foreach (var (first, second) in arabic.Zip(latin))
            if (ArabicText.SoundAlike(first, second)) yield return WordGroup.Of([first, second], arePlaces: arePlaces);
    }

    /// <summary>What stands in brackets explains and is no part of the name.</summary>
    private static IEnumerable<string> Named(LocalizedText name) => new[] { name.Ar, name.Fr, name.En }.Distinct().Select(n => Brackets.Replace(n, ""));

    [GeneratedRegex(@"\s*\([^)]*\)")]
    private static partial Regex Brackets { get; }
}
