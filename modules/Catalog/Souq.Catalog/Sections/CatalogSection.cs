using Souq.Catalog.Loading;
using Souq.Kernel;

namespace Souq.Catalog.Sections;

/// <summary>The stream of one section. Only <c>Create</c> and <c>Apply</c> change it.</summary>
public sealed partial record CatalogSection : IShippable
{
    private static readonly Guid Space = new("5d0a4c53-3f7c-4b47-8f0e-2b5b0c9f6a01");

    public Guid Id { get; init; }
    public long Version { get; init; }
    public required SectionDefinition Definition { get; init; }
    public int ShippedVersion { get; init; }
    public bool EditedByPerson { get; init; }
    public bool Retired { get; init; }

    /// <summary>Where its adverts went when it was retired.</summary>
    public int? MovesTo { get; init; }

    /// <summary>Slugs it had before this one; addresses with them still lead here.</summary>
    public IReadOnlyList<string> FormerSlugs { get; init; } = [];

    /// <summary>Attributes of its own that are asked no more, as they last were.</summary>
    public IReadOnlyList<AttributeShape> FormerAttributes { get; init; } = [];

    public static Guid StreamOf(int sectionId) => DeterministicGuid.Create(Space, $"section/{sectionId}");

    public static CatalogSection Create(SectionAdded added) => new()
    {
        Definition = added.Section,
        ShippedVersion = added.ShippedVersion,
        EditedByPerson = added.AddedBy is not null,
    };

    public CatalogSection Apply(SectionRevised revised) => Become(revised.Section) with
    {
        ShippedVersion = revised.ShippedVersion ?? ShippedVersion,
        EditedByPerson = EditedByPerson || revised.RevisedBy is not null,
    };

    public CatalogSection Apply(SectionRetired retired) => this with
    {
        Retired = true,
        MovesTo = retired.MovesTo,
        EditedByPerson = true,
        Definition = Definition with { TakesAdverts = false },
    };

    public CatalogSection Apply(SectionReopened reopened) => Become(reopened.Section) with { Retired = false, MovesTo = null };

    private CatalogSection Become(SectionDefinition now) => this with
    {
        Definition = now,
        FormerSlugs = now.Slug == Definition.Slug ? FormerSlugs : [.. FormerSlugs.Append(Definition.Slug).Where(s => s != now.Slug).Distinct()],
        FormerAttributes =
        [
            .. Definition.Attributes.Concat(FormerAttributes).DistinctBy(a => a.Key).Where(a => now.Attributes.All(asked => asked.Key != a.Key)),
        ],
    };
}
