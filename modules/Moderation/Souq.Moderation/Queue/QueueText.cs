namespace Souq.Moderation.Queue;

/// <summary>Marks the texts about the queue and what one can ask of it.</summary>
public sealed class QueueText;
