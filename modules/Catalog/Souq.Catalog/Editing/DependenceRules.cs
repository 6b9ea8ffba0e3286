using Souq.Catalog.Contracts;
using Souq.Catalog.Sections;
using Souq.Kernel;

namespace Souq.Catalog.Editing;

/// <summary>Nothing that is asked may depend on what is not, here or in a section below.</summary>
internal static class DependenceRules
{
    /// <summary>About the section or one below; only what this change would break, never what is already so.</summary>
    public static IEnumerable<Refusal> Check(SectionDefinition changed, CatalogState state)
    {
        var before = state.Section(changed.Id) is { } kept ? Broken(state.With(kept.Definition), changed.Id).Select(b => (b.Section.Id, b.Attribute.Key)).ToHashSet() : [];
        return Broken(state.With(changed), changed.Id).Where(b => !before.Contains((b.Section.Id, b.Attribute.Key)))
            .Select(b => new Refusal("Attribute.DependsOnMissing", "without", b.Attribute.Name, b.Section.Name));
    }

    private static IEnumerable<(Section Section, AttributeDefinition Attribute)> Broken(CatalogSnapshot catalog, int id) =>
        catalog.Sections.Where(s => s.Path.Contains(id))
            .SelectMany(section => section.Attributes
                .Where(a => a.DependsOn is not null && section.Attribute(a.DependsOn) is not { Kind: AttributeKind.Choice })
                .Select(attribute => (section, attribute)));
}
