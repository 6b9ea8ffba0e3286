using System.Collections.Frozen;

namespace Souq.Catalog.Contracts;

/// <summary>Sections and territory as they stand at one version of the catalog.</summary>
public sealed class CatalogSnapshot
{
    private readonly FrozenDictionary<int, Section> byId;
    private readonly FrozenDictionary<string, Section> bySlug;
    private readonly FrozenDictionary<string, int> movedSlugs;
    private readonly ILookup<int, Section> children;
    private readonly Lazy<CatalogLexicon> lexicon;
    private readonly Lazy<NamedPlaces> places;
    private readonly Lazy<NamedSections> namedSections;

    /// <param name="sections">Parents before children.</param>
    /// <param name="retired">Closed sections: known by id, for what was written in them, and offered nowhere.</param>
    /// <param name="movedSlugs">Slugs of the past, and the id of the section that stands for each now.</param>
    /// <param name="words">Words that mean the same.</param>
    public CatalogSnapshot(
        long version, IReadOnlyList<Section> sections, Territory territory, IReadOnlyList<Section>? retired = null,
        IReadOnlyDictionary<string, int>? movedSlugs = null, IReadOnlyList<AttributeChoice>? words = null)
    {
        Version = version;
        Words = words ?? [];
        lexicon = new(() => CatalogLexicon.Of(this));
        places = new(() => NamedPlaces.Of(territory));
        namedSections = new(() => NamedSections.Of(this));
        Sections = sections;
        Territory = territory;
        byId = sections.Concat(retired ?? []).ToFrozenDictionary(s => s.Id);
        bySlug = sections.ToFrozenDictionary(s => s.Slug, StringComparer.OrdinalIgnoreCase);
        this.movedSlugs = (movedSlugs ?? new Dictionary<string, int>()).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        children = sections.ToLookup(s => s.ParentId ?? 0);
    }

    public long Version { get; }

    /// <summary>All open sections, parents before children, in the order people see them.</summary>
    public IReadOnlyList<Section> Sections { get; }

    public Territory Territory { get; }

    /// <summary>Words that mean the same: the names and aliases of each entry.</summary>
    public IReadOnlyList<AttributeChoice> Words { get; }

    /// <summary>What searching knows of words; built when it is first asked for.</summary>
    public CatalogLexicon Lexicon => lexicon.Value;

    /// <summary>Places named in a line of words.</summary>
    public NamedPlaces Places => places.Value;

    /// <summary>Sections named in a line of words.</summary>
    public NamedSections NamedSections => namedSections.Value;

    public IEnumerable<Section> TopSections => children[0];

    public IEnumerable<Section> ChildrenOf(int sectionId) => children[sectionId];

    /// <summary>A section by its id, closed ones too: adverts and cases may still name them.</summary>
    public Section? Section(int id) => byId.GetValueOrDefault(id);

    /// <summary>An open section by its slug of today; slugs of the past are <see cref="MovedSlug"/>'s.</summary>
    public Section? Section(string? slug) => slug is null ? null : bySlug.GetValueOrDefault(slug);

    /// <summary>
    /// The open section that stands where this slug once led: it was renamed, or closed with its adverts moved there. <c>null</c> for a slug
    /// of today and for one that never was.
    /// </summary>
    public Section? MovedSlug(string? slug) =>
        slug is not null && Section(slug) is null && movedSlugs.TryGetValue(slug, out var id) ? Section(id) : null;

    /// <summary>The section of that id while it is open, else the one its adverts went to; <c>null</c> when there is neither.</summary>
    public Section? Standing(int id) => Section(id) is not { } section ? null : Section(section.Slug) ?? MovedSlug(section.Slug);

    /// <summary>From the top section down to this one; empty when the id is unknown.</summary>
    public IReadOnlyList<Section> PathOf(int sectionId) => Section(sectionId) is { } section ? [.. section.Path.Select(id => byId[id])] : [];
}
