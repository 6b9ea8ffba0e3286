namespace Souq.Moderation.Texts;

/// <summary>Marks the texts about standard texts.</summary>
public sealed class TextsText;
