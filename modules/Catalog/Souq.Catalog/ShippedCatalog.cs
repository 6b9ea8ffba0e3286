using Souq.Catalog.Choices;
using Souq.Catalog.Contracts;
using Souq.Catalog.Sections;
using Souq.Catalog.Shipped;

namespace Souq.Catalog;

/// <summary>The catalog this program was delivered with, read from its own data files; no database.</summary>
public static class ShippedCatalog
{
    private static readonly CatalogSnapshot Snapshot;

    static ShippedCatalog()
    {
        Sections = ShippedSections.Read();
        Lists = ShippedChoices.Read();
        Territory = ShippedTerritory.Read();
        Snapshot = SnapshotBuilder.Build(0, Sections.Select(s => s.Value), Lists.Select(l => l.Value), Territory);
    }

    /// <summary>Parents before children.</summary>
    public static IReadOnlyList<Versioned<SectionDefinition>> Sections { get; }

    public static IReadOnlyList<Versioned<ChoiceList>> Lists { get; }

    public static Territory Territory { get; }

    /// <summary>All of it, as the other modules see it; its version is 0. Always the same object.</summary>
    public static CatalogSnapshot Load() => Snapshot;
}
