using System.Runtime.CompilerServices;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Listings.Importing;

/// <summary>Sections by their slug or their name in any language, where only one has it.</summary>
internal static class SectionNames
{
    private static readonly ConditionalWeakTable<CatalogSnapshot, Dictionary<string, Section>> Known = [];

    public static Section? Find(CatalogSnapshot catalog, string text) =>
        catalog.Section(text) ?? catalog.MovedSlug(text) ?? Known.GetValue(catalog, Names).GetValueOrDefault(Key(text));

    private static Dictionary<string, Section> Names(CatalogSnapshot catalog) => catalog.Sections.Where(s => s.TakesAdverts)
        .SelectMany(s => new[] { s.Name.Ar, s.Name.Fr, s.Name.En }.Select(Key).Distinct().Select(key => (Key: key, Section: s)))
        .GroupBy(pair => pair.Key).Where(g => g.Count() == 1 && g.Key.Length > 0).ToDictionary(g => g.Key, g => g.First().Section);

    private static string Key(string text) => ArabicText.Fold(text).Replace(" ", "", StringComparison.Ordinal);
}
