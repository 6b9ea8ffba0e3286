namespace Souq.Moderation;

/// <summary>The words of this module, in <c>ModerationText.resx</c> and its translations.</summary>
public sealed class ModerationText;
