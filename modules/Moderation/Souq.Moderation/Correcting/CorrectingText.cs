namespace Souq.Moderation.Correcting;

/// <summary>Marks the texts about corrections and changes.</summary>
public sealed class CorrectingText;
