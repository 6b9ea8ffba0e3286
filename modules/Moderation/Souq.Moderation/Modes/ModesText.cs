namespace Souq.Moderation.Modes;

/// <summary>Marks the texts about when moderators look.</summary>
public sealed class ModesText;
