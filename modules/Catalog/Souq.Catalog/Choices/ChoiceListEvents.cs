namespace Souq.Catalog.Choices;

/// <summary>A choice list came into being, by delivery with the program.</summary>
public sealed record ChoiceListAdded(ChoiceList List, int ShippedVersion);

/// <summary>A choice list is as given from now on.</summary>
/// <param name="ShippedVersion">Of the delivery that brought it; <c>null</c> when a person did.</param>
/// <param name="RevisedBy">The person; <c>null</c> when a delivery brought it.</param>
public sealed record ChoiceListRevised(ChoiceList List, int? ShippedVersion, Guid? RevisedBy);
