using Souq.Catalog.Choices;
using Souq.Catalog.Contracts;

namespace Souq.Catalog.Sections;

/// <summary>Puts sections and choice lists together into what the other modules see.</summary>
public static class SnapshotBuilder
{
    /// <summary>Sections as delivered, without a past.</summary>
    public static CatalogSnapshot Build(
        long version, IEnumerable<SectionDefinition> sections, IEnumerable<ChoiceList> lists, Territory territory) => Build(
            version, sections.Select(s => new CatalogSection { Definition = s }), lists.Select(l => new CatalogChoiceList { List = l }), territory);

    /// <summary>Sections whose parent is missing are left out, with everything under them; a missing list has no choices.</summary>
    public static CatalogSnapshot Build(
        long version, IEnumerable<CatalogSection> sections, IEnumerable<CatalogChoiceList> lists, Territory territory)
    {
        var all = sections.ToList();
        var children = all.OrderBy(s => s.Definition.Order).ThenBy(s => s.Definition.Id).ToLookup(s => s.Definition.ParentId ?? 0);
        var choices = lists.ToDictionary(l => l.List.Key);
        List<Section> open = [], retired = [];
        foreach (var top in children[0]) Add(top, null);
        return new CatalogSnapshot(version, open, territory, retired, MovedSlugs.Of(all), [.. choices.Values.Where(l => l.List.AreWords).SelectMany(l => l.List.Choices)]);

        void Add(CatalogSection kept, Section? parent)
        {
            var section = Resolve(kept, parent, choices);
            (kept.Retired ? retired : open).Add(section);
            foreach (var child in children[kept.Definition.Id]) Add(child, section);
        }
    }

    private static Section Resolve(CatalogSection kept, Section? parent, Dictionary<string, CatalogChoiceList> choices)
    {
        var own = kept.Definition;
        var attributes = own.Inherits && parent is not null ? parent.Attributes.Where(a => !own.Without.Contains(a.Key)).ToList() : [];
        foreach (var attribute in own.Attributes.Select(a => Resolve(a, choices)))
        {
            var place = attributes.FindIndex(a => a.Key == attribute.Key);
            if (place < 0) attributes.Add(attribute);
            else attributes[place] = attribute;
        }

        // What the section does without, its adverts may have answered when it still asked.
        var former = kept.FormerAttributes.Select(a => Resolve(a, choices))
            .Concat(parent is null ? [] : [.. parent.Attributes, .. parent.Former])
            .DistinctBy(a => a.Key).Where(a => attributes.TrueForAll(asked => asked.Key != a.Key));
        return new Section(
            own.Id, own.ParentId, [.. parent?.Path ?? [], own.Id], own.Slug, own.Name, own.Icon, own.LifeDays, own.PhotoLimit,
            own.PriceTypes, own.PricePers, own.SpeaksMillions, own.TakesAdverts, attributes, [.. former]);
    }

    private static AttributeDefinition Resolve(AttributeShape shape, Dictionary<string, CatalogChoiceList> choices)
    {
        var list = shape.List is null ? null : choices.GetValueOrDefault(shape.List);
        return new(
            shape.Key, shape.Name, shape.Kind, shape.Required, shape.Filterable, shape.OnCard, shape.Unit, shape.Min, shape.Max,
            shape.Decimals, shape.DependsOn, shape.Open, list?.List.Choices ?? [], list?.Retired ?? []);
    }
}
