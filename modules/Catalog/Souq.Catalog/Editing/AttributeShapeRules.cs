using System.Text.RegularExpressions;
using Souq.Catalog.Contracts;
using Souq.Catalog.Sections;
using Souq.Kernel;

namespace Souq.Catalog.Editing;

/// <summary>What one thing a section asks must be, by form field. Pure.</summary>
public static partial class AttributeShapeRules
{
    public const int LongestKey = 40;
    public const int MostDecimals = 4;
    public const int LongestText = 200;
    private const int LongestUnit = 12;

    /// <param name="replaces">The attribute of its own that it takes the place of; <c>null</c> for a new one.</param>
    public static IReadOnlyList<Refusal> Check(AttributeShape shape, string? replaces, CatalogSection section, CatalogState state) =>
        [.. Key(shape, replaces, section), .. NameRules.Check(shape.Name, "name"), .. Kind(shape, replaces, section, state), .. Numbers(shape), .. Choices(shape, section, state)];

    private static IEnumerable<Refusal> Key(AttributeShape shape, string? replaces, CatalogSection section)
    {
        if (shape.Key.Length > LongestKey || !AttributeKey().IsMatch(shape.Key)) yield return new Refusal("Attribute.BadKey", "key", LongestKey);
        else if (replaces is not null && shape.Key != replaces) yield return new Refusal("Attribute.KeyFixed", "key", replaces);
        else if (replaces is null && section.Definition.Attribute(shape.Key) is { } taken) yield return new Refusal("Attribute.KeyTaken", "key", taken.Name);
    }

    // Adverts hold values as the kind wrote them; words and a choice that takes words of one's own read each other.
    private static IEnumerable<Refusal> Kind(AttributeShape shape, string? replaces, CatalogSection section, CatalogState state)
    {
        if (replaces is null && section.Definition.Attribute(shape.Key) is not null) yield break;
        var asked = state.With(section.Definition).Section(section.Definition.Id)?.AttributeEver(shape.Key);
        if (asked is not null && asked.Kind != shape.Kind && !(IsWords(asked.Kind, asked.Open) && IsWords(shape.Kind, shape.Open)))
            yield return new Refusal("Attribute.KindFixed", "kind");
    }

    private static bool IsWords(AttributeKind kind, bool open) => kind == AttributeKind.Text || (kind == AttributeKind.Choice && open);

    private static IEnumerable<Refusal> Numbers(AttributeShape shape)
    {
        if (shape.Min > shape.Max) yield return new Refusal("Attribute.BoundsReversed", "max");
        if (shape.Decimals is < 0 or > MostDecimals) yield return new Refusal("Attribute.BadDecimals", "decimals", MostDecimals);
        if (shape.Kind == AttributeKind.Text && (shape.Min < 0 || shape.Max is < 1 or > LongestText)) yield return new Refusal("Attribute.BadLength", "max", LongestText);
        if (shape.Unit is not { } unit) yield break;
        foreach (var language in Languages.All)
            if (unit.In(language).Length is 0 or > LongestUnit) yield return new Refusal("Attribute.BadUnit", $"unit_{language.Code()}", LongestUnit);
    }

    private static IEnumerable<Refusal> Choices(AttributeShape shape, CatalogSection section, CatalogState state)
    {
        if (shape.Kind is AttributeKind.Choice or AttributeKind.Choices && state.Lists.All(l => l.List.Key != shape.List))
            yield return new Refusal("Attribute.ListUnknown", "list");
        if (shape.DependsOn is not { } on) yield break;
        var asked = state.With(section.Definition).Section(section.Definition.Id)?.Attributes ?? [];
        if (on == shape.Key) yield return new Refusal("Attribute.DependsOnItself", "depends_on");
        else if (asked.FirstOrDefault(a => a.Key == on) is not { Kind: AttributeKind.Choice } decider) yield return new Refusal("Attribute.DependsOnUnknown", "depends_on");
        else if (ComesBack(decider, shape.Key, asked)) yield return new Refusal("Attribute.DependsOnCyclic", "depends_on", decider.Name);
    }

    private static bool ComesBack(AttributeDefinition from, string to, IReadOnlyList<AttributeDefinition> asked)
    {
        var seen = new HashSet<string>();
        for (var at = from; at?.DependsOn is { } on && seen.Add(at.Key); at = asked.FirstOrDefault(a => a.Key == on))
            if (on == to) return true;
        return false;
    }

    [GeneratedRegex(@"^[a-z][a-z0-9_]*\z")]
    private static partial Regex AttributeKey();
}
