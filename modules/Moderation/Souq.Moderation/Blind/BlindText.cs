namespace Souq.Moderation.Blind;

/// <summary>Marks the texts about decisions that are made once more.</summary>
public sealed class BlindText;
