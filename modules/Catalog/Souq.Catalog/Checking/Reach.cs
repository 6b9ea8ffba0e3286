using Souq.Catalog.Choices;
using Souq.Catalog.Contracts;
using Souq.Catalog.Sections;
using Souq.Web.Components;

namespace Souq.Catalog.Checking;

/// <summary>Sections, attributes and lists that nobody gets to.</summary>
internal static class Reach
{
    public static IEnumerable<Finding> Check(IReadOnlyList<SectionDefinition> sections, IReadOnlyList<ChoiceList> lists) =>
    [
        .. Twice(sections.Select(s => s.Slug), "is the slug of two sections"),
        .. Twice(sections.Select(s => $"section {s.Id}"), "is two sections"),
        .. Twice(lists.SelectMany(l => l.Choices.Select(c => $"{l.Key}/{c.Parent}/{c.Value}")), "stands in the list twice"),
        .. sections.SelectMany(s => Section(s, sections)),
        .. sections.SelectMany(s => s.Attributes.SelectMany(a => Attribute(s, a, sections, lists))),
        .. lists.Where(l => !l.AreWords && !sections.Any(s => s.Attributes.Any(a => a.List == l.Key))).Select(l => new Finding(l.Key, "is a list no attribute uses")),
    ];

    private static IEnumerable<Finding> Twice(IEnumerable<string> names, string problem) =>
        names.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => new Finding(same.Key, problem));

    private static IEnumerable<Finding> Section(SectionDefinition section, IReadOnlyList<SectionDefinition> sections)
    {
        var (above, steps) = (section, 0);
        while (above is { ParentId: { } id } && steps++ <= sections.Count) above = sections.FirstOrDefault(s => s.Id == id);
        if (above is null or { ParentId: not null }) yield return new Finding(section.Slug, "stands under no top section");
        if (!section.TakesAdverts && sections.All(s => s.ParentId != section.Id)) yield return new Finding(section.Slug, "takes no adverts and gathers nothing");
        if (!Icons.Names.Contains(section.Icon)) yield return new Finding(section.Slug, $"has an icon that is not drawn: {section.Icon}");
        if (section.PriceTypes.Count == 0 || section.PricePers.Count == 0) yield return new Finding(section.Slug, "allows no price");
        foreach (var key in section.Without.Except(Inherited(section, sections)))
            yield return new Finding(section.Slug, $"does without {key}, which nothing above it asks");
    }

    private static IEnumerable<Finding> Attribute(
        SectionDefinition section, AttributeShape asked, IReadOnlyList<SectionDefinition> sections, IReadOnlyList<ChoiceList> lists)
    {
        var where = $"{section.Slug}.{asked.Key}";
        if (asked.Kind is AttributeKind.Choice or AttributeKind.Choices && lists.FirstOrDefault(l => l.Key == asked.List) is not { Choices.Count: > 0 })
            yield return new Finding(where, $"chooses from a list that is empty or missing: {asked.List}");
        if (asked.Min > asked.Max) yield return new Finding(where, "has bounds nothing is between");
        if (asked.DependsOn is { } on && !section.Attributes.Select(a => a.Key).Concat(Inherited(section, sections)).Contains(on))
            yield return new Finding(where, $"depends on {on}, which is not asked");
    }

    /// <summary>Keys of what the sections above ask, as far down as they are passed on.</summary>
    private static List<string> Inherited(SectionDefinition section, IReadOnlyList<SectionDefinition> sections, int depth = 0) =>
        depth > 8 || !section.Inherits || sections.FirstOrDefault(s => s.Id == section.ParentId) is not { } parent ? []
        : [.. parent.Attributes.Select(a => a.Key).Concat(Inherited(parent, sections, depth + 1).Except(parent.Without)).Distinct()];
}
