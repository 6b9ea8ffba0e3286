using Souq.Catalog.Loading;
using Souq.Kernel;

namespace Souq.Catalog.Choices;

/// <summary>The stream of one choice list. Only <c>Create</c> and <c>Apply</c> change it.</summary>
public sealed partial record CatalogChoiceList : IShippable
{
    private static readonly Guid Space = new("5d0a4c53-3f7c-4b47-8f0e-2b5b0c9f6a02");

    public Guid Id { get; init; }
    public required ChoiceList List { get; init; }
    public int ShippedVersion { get; init; }
    public bool EditedByPerson { get; init; }

    public static Guid StreamOf(string key) => DeterministicGuid.Create(Space, $"choices/{key}");

    public static CatalogChoiceList Create(ChoiceListAdded added) => new() { List = added.List, ShippedVersion = added.ShippedVersion };

    public CatalogChoiceList Apply(ChoiceListRevised revised) => this with
    {
        List = revised.List,
        ShippedVersion = revised.ShippedVersion ?? ShippedVersion,
        EditedByPerson = EditedByPerson || revised.RevisedBy is not null,
    };
}
