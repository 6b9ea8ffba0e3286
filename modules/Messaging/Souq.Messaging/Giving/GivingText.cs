namespace Souq.Messaging.Giving;

/// <summary>Marks the texts of gifts and of the requests for them.</summary>
public sealed class GivingText;
