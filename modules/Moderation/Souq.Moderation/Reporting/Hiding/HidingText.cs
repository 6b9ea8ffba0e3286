namespace Souq.Moderation.Reporting.Hiding;

/// <summary>Marks the texts about weights of reports and what they hide.</summary>
public sealed class HidingText;
