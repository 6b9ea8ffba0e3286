namespace Souq.Messaging.Ratings;

/// <param name="PersonId">Who is rated.</param>
public sealed record PersonRated(Guid ConversationId, Guid ListingId, Guid AuthorId, Guid PersonId, int Stars, DateTimeOffset At);

/// <summary>Its author has taken it back.</summary>
public sealed record RatingWithdrawn(DateTimeOffset At);

/// <summary>Its author stands by it after all; it says what it said.</summary>
public sealed record RatingPutBack(DateTimeOffset At);

/// <summary>Moderators have taken it down; its words wait for an appeal.</summary>
public sealed record RatingRemoved(DateTimeOffset At);

/// <summary>The decision was wrong, and it is there again.</summary>
public sealed record RatingRestored(DateTimeOffset At);

/// <summary>It is out of sight until a moderator has looked.</summary>
public sealed record RatingHidden(DateTimeOffset At);

/// <summary>A moderator has looked, and left it where it is.</summary>
public sealed record RatingLookedAt(DateTimeOffset At);
