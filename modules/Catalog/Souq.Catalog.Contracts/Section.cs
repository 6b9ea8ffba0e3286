using Souq.Kernel;

namespace Souq.Catalog.Contracts;

/// <summary>A place in the market where like things stand together: cars, apartments, shoes.</summary>
/// <param name="Id">Stable number; never reused.</param>
/// <param name="ParentId"><c>null</c> for a top section.</param>
/// <param name="Path">Ids from the top section down to this one, itself included.</param>
/// <param name="Slug">The name in addresses; unique, lower-case ASCII.</param>
/// <param name="Icon">Name of a drawn icon in the UI kit.</param>
/// <param name="LifeDays">How long an advert lives before it expires.</param>
/// <param name="PhotoLimit">How many photos an advert may have.</param>
/// <param name="PriceTypes">The price types that make sense here, the usual one first.</param>
/// <param name="PricePers">What an amount may buy here (the whole, a month of it …), the usual one first.</param>
/// <param name="SpeaksMillions">People here say prices in millions and milliards of centimes.</param>
/// <param name="TakesAdverts">Adverts are placed here; false for a section that only gathers others.</param>
/// <param name="Attributes">Its own and those inherited from its parents, in the order a form asks for them.</param>
/// <param name="Former">What was once asked here, as it last stood: adverts keep their answers, and readers must know what they mean.</param>
public sealed record Section(
    int Id,
    int? ParentId,
    IReadOnlyList<int> Path,
    string Slug,
    LocalizedText Name,
    string Icon,
    int LifeDays,
    int PhotoLimit,
    IReadOnlyList<PriceType> PriceTypes,
    IReadOnlyList<PricePer> PricePers,
    bool SpeaksMillions,
    bool TakesAdverts,
    IReadOnlyList<AttributeDefinition> Attributes,
    IReadOnlyList<AttributeDefinition> Former)
{
    public AttributeDefinition? Attribute(string key) => Attributes.FirstOrDefault(a => a.Key == key);

    /// <summary>The attribute as it is asked, or as it last was.</summary>
    public AttributeDefinition? AttributeEver(string key) => Attribute(key) ?? Former.FirstOrDefault(a => a.Key == key);
}

public enum AttributeKind { Text, Number, Choice, Choices, YesNo }

/// <summary>One thing a section asks about an advert, such as the mileage of a car.</summary>
/// <param name="Key">Stable, lower-case ASCII with underscores; as in <c>attr.mileage</c>.</param>
/// <param name="Unit">Printed after a number (km, m²); <c>null</c> when it has none.</param>
/// <param name="Min">Smallest number, or fewest characters of a text.</param>
/// <param name="Max">Largest number, or most characters of a text.</param>
/// <param name="Decimals">Digits after the point a number may have.</param>
/// <param name="DependsOn">Key of the choice that decides which choices are offered here (make → model).</param>
/// <param name="Open">A choice may also be a word of one's own, when the list lacks it.</param>
/// <param name="Choices">What can be chosen; empty for other kinds.</param>
/// <param name="Retired">What once could be chosen; offered no more, but adverts that have it still say what it is.</param>
public sealed record AttributeDefinition(
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
    IReadOnlyList<AttributeChoice> Choices,
    IReadOnlyList<AttributeChoice>? Retired = null);

/// <summary>One answer to a choice.</summary>
/// <param name="Value">Stable, lower-case ASCII with hyphens.</param>
/// <param name="Parent">The value of <see cref="AttributeDefinition.DependsOn"/> under which it is offered; <c>null</c> under any.</param>
/// <param name="Aliases">What else people call it; never shown, only understood.</param>
public sealed record AttributeChoice(string Value, LocalizedText Name, string? Parent = null, IReadOnlyList<string>? Aliases = null);
