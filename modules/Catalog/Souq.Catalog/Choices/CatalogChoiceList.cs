using Souq.Catalog.Contracts;
using Souq.Catalog.Loading;
using Souq.Kernel;

namespace Souq.Catalog.Choices;

/// <summary>The stream of one choice list. Only <c>Create</c> and <c>Apply</c> change it.</summary>
public sealed partial record CatalogChoiceList : IShippable
{
    private static readonly Guid Space = new("5d0a4c53-3f7c-4b47-8f0e-2b5b0c9f6a02");

    public Guid Id { get; init; }
    public long Version { get; init; }
    public required ChoiceList List { get; init; }

    /// <summary>What once could be chosen: adverts that have it still say what it is.</summary>
    public IReadOnlyList<AttributeChoice> Retired { get; init; } = [];
    public int ShippedVersion { get; init; }
    public bool EditedByPerson { get; init; }

    public static Guid StreamOf(string key) => DeterministicGuid.Create(Space, $"choices/{key}");

    public static CatalogChoiceList Create(ChoiceListAdded added) => new()
    {
        List = added.List,
        ShippedVersion = added.ShippedVersion,
        EditedByPerson = added.AddedBy is not null,
    };

    public CatalogChoiceList Apply(ChoiceListRevised revised) => this with
    {
        List = revised.List,
        Retired = [.. List.Choices.Concat(Retired).Where(old => !revised.List.Choices.Any(c => c.IsSame(old)))],
        ShippedVersion = revised.ShippedVersion ?? ShippedVersion,
        EditedByPerson = EditedByPerson || revised.RevisedBy is not null,
    };

    public CatalogChoiceList Apply(ChoiceAdded added) => Edited([.. List.Choices, added.Choice], Without(Retired, added.Choice));

    public CatalogChoiceList Apply(ChoiceRevised revised) => Edited(Renewed(List.Choices, revised.Choice), Renewed(Retired, revised.Choice));

    public CatalogChoiceList Apply(ChoiceRetired retired) => Edited(Without(List.Choices, retired.Choice), [.. Without(Retired, retired.Choice), retired.Choice]);

    public CatalogChoiceList Apply(ChoiceReopened reopened) => Edited([.. Without(List.Choices, reopened.Choice), reopened.Choice], Without(Retired, reopened.Choice));

    /// <summary>The choice of that value under that parent, offered or not.</summary>
    public AttributeChoice? Ever(string value, string? parent) =>
        List.Choices.Concat(Retired).FirstOrDefault(c => c.Value == value && c.Parent == parent);

    public bool Offers(AttributeChoice choice) => List.Choices.Any(c => c.IsSame(choice));

    private CatalogChoiceList Edited(IReadOnlyList<AttributeChoice> choices, IReadOnlyList<AttributeChoice> retired) =>
        this with { List = List with { Choices = choices }, Retired = retired, EditedByPerson = true };

    private static AttributeChoice[] Without(IReadOnlyList<AttributeChoice> choices, AttributeChoice choice) =>
        [.. choices.Where(c => !c.IsSame(choice))];

    private static AttributeChoice[] Renewed(IReadOnlyList<AttributeChoice> choices, AttributeChoice choice) =>
        [.. choices.Select(c => c.IsSame(choice) ? choice : c)];
}
