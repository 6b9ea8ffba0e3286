namespace Souq.Catalog.Sections;

/// <summary>A section came into being, by delivery with the program.</summary>
public sealed record SectionAdded(SectionDefinition Section, int ShippedVersion);

/// <summary>A section is as given from now on.</summary>
/// <param name="ShippedVersion">Of the delivery that brought it; <c>null</c> when a person did.</param>
/// <param name="RevisedBy">The person; <c>null</c> when a delivery brought it.</param>
public sealed record SectionRevised(SectionDefinition Section, int? ShippedVersion, Guid? RevisedBy);

/// <summary>No new adverts are placed in the section; those in it stay.</summary>
public sealed record SectionRetired(Guid RetiredBy);
