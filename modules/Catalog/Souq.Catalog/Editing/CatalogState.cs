using Marten;
using Souq.Catalog.Choices;
using Souq.Catalog.Contracts;
using Souq.Catalog.Sections;

namespace Souq.Catalog.Editing;

/// <summary>All that a decision about one section or list must know of the others.</summary>
public sealed record CatalogState(IReadOnlyList<CatalogSection> Sections, IReadOnlyList<CatalogChoiceList> Lists)
{
    public static async Task<CatalogState> Load(IQuerySession session, CancellationToken cancellation) =>
        new(await session.Query<CatalogSection>().ToListAsync(cancellation), await session.Query<CatalogChoiceList>().ToListAsync(cancellation));

    public CatalogSection? Section(int id) => Sections.FirstOrDefault(s => s.Definition.Id == id);

    public CatalogSection? Open(int id) => Section(id) is { Retired: false } section ? section : null;

    /// <summary>What the market would see if the section were as given.</summary>
    public CatalogSnapshot With(SectionDefinition changed)
    {
        var others = Sections.Where(s => s.Definition.Id != changed.Id);
        var itself = Section(changed.Id) ?? new CatalogSection { Definition = changed };
        return SnapshotBuilder.Build(0, [.. others, itself with { Definition = changed }], Lists, ShippedCatalog.Territory);
    }
}
