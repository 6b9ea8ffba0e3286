namespace Souq.Messaging;

/// <summary>Marks the texts of this module (<c>MessagingText.resx</c>).</summary>
public sealed class MessagingText;
