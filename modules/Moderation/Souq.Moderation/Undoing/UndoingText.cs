namespace Souq.Moderation.Undoing;

/// <summary>Marks the texts about decisions that can be taken back.</summary>
public sealed class UndoingText;
