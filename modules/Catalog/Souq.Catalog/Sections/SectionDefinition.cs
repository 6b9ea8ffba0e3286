using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Catalog.Sections;

/// <summary>A section as it is kept: its own attributes, and what it takes over from its parent instead of the result of both.</summary>
/// <param name="Order">Place among its siblings.</param>
/// <param name="Inherits">Takes over the attributes of its parent, but for those named in <paramref name="Without"/>.</param>
/// <param name="Attributes">Its own; one with the key of an inherited attribute stands in its place.</param>
/// <param name="PricePers">What an amount may buy, the usual one first; without it (events of before there was a choice) the whole.</param>
public sealed record SectionDefinition(
    int Id,
    int? ParentId,
    int Order,
    string Slug,
    LocalizedText Name,
    string Icon,
    int LifeDays,
    int PhotoLimit,
    IReadOnlyList<PriceType> PriceTypes,
    bool SpeaksMillions,
    bool TakesAdverts,
    bool Inherits,
    IReadOnlyList<string> Without,
    IReadOnlyList<AttributeShape> Attributes,
    IReadOnlyList<PricePer>? PricePers = null)
{
    public IReadOnlyList<PricePer> PricePers { get; init; } = PricePers ?? [PricePer.Whole];

    public AttributeShape? Attribute(string key) => Attributes.FirstOrDefault(a => a.Key == key);
}

/// <summary>An <see cref="AttributeDefinition"/> that names its choice list instead of holding it.</summary>
/// <param name="List">Key of the <see cref="Choices.ChoiceList"/>; <c>null</c> for what is not chosen.</param>
public sealed record AttributeShape(
    string Key,
    LocalizedText Name,
    AttributeKind Kind,
    bool Required,
    bool Filterable,
    bool OnCard,
    LocalizedText? Unit,
    decimal? Min,
    decimal? Max,
    int Decimals,
    string? DependsOn,
    bool Open,
    string? List);
