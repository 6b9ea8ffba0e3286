using Souq.Catalog.Contracts;

namespace Souq.Catalog.Choices;

/// <summary>Choices shared by the attributes that name the list: car makes, colours, states of wear.</summary>
/// <param name="Key">Lower-case ASCII with hyphens.</param>
public sealed record ChoiceList(string Key, IReadOnlyList<AttributeChoice> Choices);
