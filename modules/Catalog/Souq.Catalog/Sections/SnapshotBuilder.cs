using Souq.Catalog.Choices;
using Souq.Catalog.Contracts;

namespace Souq.Catalog.Sections;

/// <summary>Puts sections and choice lists together into what the other modules see.</summary>
public static class SnapshotBuilder
{
    /// <summary>Sections whose parent is missing are left out, with everything under them; a missing list has no choices.</summary>
    public static CatalogSnapshot Build(
        long version, IEnumerable<SectionDefinition> sections, IEnumerable<ChoiceList> lists, Territory territory)
    {
        var children = sections.OrderBy(s => s.Order).ThenBy(s => s.Id).ToLookup(s => s.ParentId ?? 0);
        var choices = lists.ToDictionary(l => l.Key, l => l.Choices);
        var built = new List<Section>();
        foreach (var top in children[0]) Add(top, null);
        return new CatalogSnapshot(version, built, territory);

        void Add(SectionDefinition definition, Section? parent)
        {
            var section = Resolve(definition, parent, choices);
            built.Add(section);
            foreach (var child in children[definition.Id]) Add(child, section);
        }
    }

    private static Section Resolve(
        SectionDefinition own, Section? parent, Dictionary<string, IReadOnlyList<AttributeChoice>> choices)
    {
        var attributes = own.Inherits && parent is not null ? parent.Attributes.Where(a => !own.Without.Contains(a.Key)).ToList() : [];
        foreach (var attribute in own.Attributes.Select(a => Resolve(a, choices)))
        {
            var place = attributes.FindIndex(a => a.Key == attribute.Key);
            if (place < 0) attributes.Add(attribute);
            else attributes[place] = attribute;
        }

        return new Section(
            own.Id, own.ParentId, [.. parent?.Path ?? [], own.Id], own.Slug, own.Name, own.Icon, own.LifeDays, own.PhotoLimit,
            own.PriceTypes, own.SpeaksMillions, own.TakesAdverts, attributes);
    }

    private static AttributeDefinition Resolve(AttributeShape shape, Dictionary<string, IReadOnlyList<AttributeChoice>> choices) => new(
        shape.Key, shape.Name, shape.Kind, shape.Required, shape.Filterable, shape.OnCard, shape.Unit, shape.Min, shape.Max,
        shape.Decimals, shape.DependsOn, shape.Open, shape.List is null ? [] : choices.GetValueOrDefault(shape.List, []));
}
