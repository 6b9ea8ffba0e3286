namespace Souq.Moderation.Sanctions;

/// <summary>Marks the texts about decisions on people.</summary>
public sealed class SanctionsText;
