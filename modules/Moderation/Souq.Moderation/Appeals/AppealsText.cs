namespace Souq.Moderation.Appeals;

/// <summary>Marks the texts about appeals.</summary>
public sealed class AppealsText;
