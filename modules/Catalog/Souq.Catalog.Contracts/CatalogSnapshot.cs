using System.Collections.Frozen;

namespace Souq.Catalog.Contracts;

/// <summary>Sections and territory as they stand at one version of the catalog.</summary>
public sealed class CatalogSnapshot
{
    private readonly FrozenDictionary<int, Section> byId;
    private readonly FrozenDictionary<string, Section> bySlug;
    private readonly ILookup<int, Section> children;

    public CatalogSnapshot(long version, IReadOnlyList<Section> sections, Territory territory)
    {
        Version = version;
        Sections = sections;
        Territory = territory;
        byId = sections.ToFrozenDictionary(s => s.Id);
        bySlug = sections.ToFrozenDictionary(s => s.Slug, StringComparer.OrdinalIgnoreCase);
        children = sections.ToLookup(s => s.ParentId ?? 0);
    }

    public long Version { get; }

    /// <summary>All sections, parents before children, in the order people see them.</summary>
    public IReadOnlyList<Section> Sections { get; }

    public Territory Territory { get; }

    public IEnumerable<Section> TopSections => children[0];

    public IEnumerable<Section> ChildrenOf(int sectionId) => children[sectionId];

    public Section? Section(int id) => byId.GetValueOrDefault(id);

    public Section? Section(string? slug) => slug is null ? null : bySlug.GetValueOrDefault(slug);

    /// <summary>From the top section down to this one; empty when the id is unknown.</summary>
    public IReadOnlyList<Section> PathOf(int sectionId) => Section(sectionId) is { } section ? [.. section.Path.Select(id => byId[id])] : [];
}
