using System.Runtime.CompilerServices;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Listings.Importing.Files;

/// <summary>
/// Attributes by what people call them. Sections may call different ones the same, such as the make of a car and of a phone: in a
/// merchant's file that is one column, and each line's section says which of them it is.
/// </summary>
public sealed class AttributeNames
{
    private static readonly ConditionalWeakTable<CatalogSnapshot, AttributeNames> Known = [];

    private readonly ILookup<string, (Language, string)> names;
    private readonly Dictionary<string, string> keys = [];
    private readonly CatalogSnapshot catalog;

    private AttributeNames(CatalogSnapshot catalog)
    {
        this.catalog = catalog;
        var asked = catalog.Sections.Where(s => s.TakesAdverts).SelectMany(s => s.Attributes).ToList();
        All = [.. asked.DistinctBy(a => a.Key)];
        names = asked.SelectMany(a => NamesOf(a).Select(name => (a.Key, Name: name))).Distinct().ToLookup(a => a.Key, a => a.Name);
        foreach (var attribute in All)
            foreach (var name in (string[])[attribute.Name.Ar, attribute.Name.Fr, attribute.Name.En, attribute.Key.Replace('_', ' ')])
                keys.TryAdd(ArabicText.Fold(name), attribute.Key);
    }

    public static AttributeNames Of(CatalogSnapshot catalog) => Known.GetValue(catalog, static c => new AttributeNames(c));

    /// <summary>Those that adverts can have, each key once.</summary>
    public IReadOnlyList<AttributeDefinition> All { get; }

    public bool Has(string key) => names.Contains(key);

    /// <summary>The first that is called so, in any language; the name folded.</summary>
    public string? Key(string folded) => keys.GetValueOrDefault(folded);

    /// <summary>Each name once, and what is used by its key beside it; names that are alike say whose they are.</summary>
    public IReadOnlyList<(string Key, string Text)> Choices(IEnumerable<string> used, Language language)
    {
        var offered = All.DistinctBy(a => a.Name.In(language)).Union(All.IntersectBy(used, a => a.Key)).ToList();
        var twice = offered.GroupBy(a => a.Name.In(language)).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        return [.. offered.Select(a => (a.Key, a.Name.In(language) is var name && twice.Contains(name) ? $"{name} ({Whose(a, language)})" : name))];
    }

    /// <summary>The line with every attribute under the key by which its section asks for it.</summary>
    public ImportRow In(ImportRow row)
    {
        if (SectionNames.Find(catalog, row["section"].Trim()) is not { } section) return row;
        var values = new Dictionary<string, string>(row.Values);
        foreach (var key in row.Attributes.Keys.Where(k => section.Attribute(k) is null && Has(k)))
            if (section.Attributes.FirstOrDefault(a => NamesOf(a).Any(names[key].Contains)) is { } asked
                && values.TryAdd(ImportColumns.Attribute + asked.Key, row[ImportColumns.Attribute + key]))
                values.Remove(ImportColumns.Attribute + key);
        return row with { Values = values };
    }

    private static IEnumerable<(Language, string)> NamesOf(AttributeDefinition attribute) =>
        Enum.GetValues<Language>().Select(language => (language, ArabicText.Fold(attribute.Name.In(language))));

    private string Whose(AttributeDefinition attribute, Language language) =>
        catalog.Sections.First(s => s.TakesAdverts && s.Attribute(attribute.Key) is not null).Name.In(language);
}
