using Souq.Catalog.Choices;
using Souq.Catalog.Contracts;
using Souq.Catalog.Sections;

namespace Souq.Catalog.Checking;

/// <summary>Finds in a catalog what nobody could read, find or choose. Pure; for the delivered one and any other.</summary>
public static class CatalogCheck
{
    public static IReadOnlyList<Finding> Of(
        IReadOnlyList<SectionDefinition> sections, IReadOnlyList<ChoiceList> lists, Territory territory) =>
    [
        .. Translations.Check(sections, lists, territory),
        .. Reach.Check(sections, lists),
        .. ChoiceReach.Check(SnapshotBuilder.Build(0, sections.DistinctBy(s => s.Slug).DistinctBy(s => s.Id), lists, territory)),
    ];

    /// <summary>The catalog the program was delivered with, and whether it is enough to open a market.</summary>
    public static IReadOnlyList<Finding> OfDelivery() =>
    [
        .. Of([.. ShippedCatalog.Sections.Select(s => s.Value)], [.. ShippedCatalog.Lists.Select(l => l.Value)], ShippedCatalog.Territory),
        .. Enough.Check(ShippedCatalog.Load()),
    ];
}
