namespace Souq.Moderation.Reporting;

/// <summary>Marks the texts about reports.</summary>
public sealed class ReportsText;
