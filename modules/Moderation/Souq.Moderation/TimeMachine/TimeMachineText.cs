namespace Souq.Moderation.TimeMachine;

/// <summary>Marks the texts about cases as they were.</summary>
public sealed class TimeMachineText;
