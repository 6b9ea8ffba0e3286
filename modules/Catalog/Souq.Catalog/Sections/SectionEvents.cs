namespace Souq.Catalog.Sections;

/// <summary>A section came into being.</summary>
/// <param name="ShippedVersion">Of the delivery that brought it; 0 when a person made it.</param>
/// <param name="AddedBy">The person; <c>null</c> when a delivery brought it.</param>
public sealed record SectionAdded(SectionDefinition Section, int ShippedVersion, Guid? AddedBy = null, DateTimeOffset? At = null);

/// <summary>A section is as given from now on.</summary>
/// <param name="ShippedVersion">Of the delivery that brought it; <c>null</c> when a person did.</param>
/// <param name="RevisedBy">The person; <c>null</c> when a delivery brought it.</param>
/// <param name="Undoes">Version of the change this one takes back; <c>null</c> when it is a change of its own.</param>
public sealed record SectionRevised(
    SectionDefinition Section, int? ShippedVersion, Guid? RevisedBy, DateTimeOffset? At = null, long? Undoes = null);

/// <summary>No new adverts are placed in the section, and those in it move.</summary>
/// <param name="MovesTo">Where to; <c>null</c> in events of the time when they stayed.</param>
public sealed record SectionRetired(Guid RetiredBy, int? MovesTo = null, DateTimeOffset? At = null);

/// <summary>A retired section is open again, as given. Adverts that were moved out of it stay where they are.</summary>
/// <param name="Undoes">Version of the retirement.</param>
public sealed record SectionReopened(SectionDefinition Section, Guid ReopenedBy, DateTimeOffset At, long Undoes);
