namespace Souq.Messaging.Ratings;

/// <summary>Marks the texts about ratings.</summary>
public sealed class RatingsText;
