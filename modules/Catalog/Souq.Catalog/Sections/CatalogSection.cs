using Souq.Catalog.Loading;
using Souq.Kernel;

namespace Souq.Catalog.Sections;

/// <summary>The stream of one section. Only <c>Create</c> and <c>Apply</c> change it.</summary>
public sealed partial record CatalogSection : IShippable
{
    private static readonly Guid Space = new("5d0a4c53-3f7c-4b47-8f0e-2b5b0c9f6a01");

    public Guid Id { get; init; }
    public required SectionDefinition Definition { get; init; }
    public int ShippedVersion { get; init; }
    public bool EditedByPerson { get; init; }
    public bool Retired { get; init; }

    public static Guid StreamOf(int sectionId) => DeterministicGuid.Create(Space, $"section/{sectionId}");

    public static CatalogSection Create(SectionAdded added) =>
        new() { Definition = added.Section, ShippedVersion = added.ShippedVersion };

    public CatalogSection Apply(SectionRevised revised) => this with
    {
        Definition = revised.Section,
        ShippedVersion = revised.ShippedVersion ?? ShippedVersion,
        EditedByPerson = EditedByPerson || revised.RevisedBy is not null,
    };

    public CatalogSection Apply(SectionRetired _) =>
        this with { Retired = true, EditedByPerson = true, Definition = Definition with { TakesAdverts = false } };
}
