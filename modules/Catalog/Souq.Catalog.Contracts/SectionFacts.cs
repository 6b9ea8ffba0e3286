namespace Souq.Catalog.Contracts;

/// <summary>A section is closed; its adverts go to another.</summary>
/// <param name="MovesTo">An open section that takes adverts.</param>
public sealed record SectionRetired(int SectionId, int MovesTo, DateTimeOffset At);

/// <summary>A closed section is open again; adverts that had been moved out of it stay where they are.</summary>
public sealed record SectionReopened(int SectionId, DateTimeOffset At);

/// <summary>Sections now stand under another top section.</summary>
/// <param name="SectionIds">The one that was moved, and everything under it.</param>
public sealed record SectionsMoved(IReadOnlyList<int> SectionIds, int TopSectionId, DateTimeOffset At);
