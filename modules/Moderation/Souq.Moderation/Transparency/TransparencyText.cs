namespace Souq.Moderation.Transparency;

/// <summary>Marks the texts about what moderators decide.</summary>
public sealed class TransparencyText;
