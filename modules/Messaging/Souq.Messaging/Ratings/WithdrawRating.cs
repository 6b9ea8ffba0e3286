using Souq.Kernel;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Messaging.Ratings;

/// <summary>Its author takes a rating back, or stands by it after all.</summary>
public sealed record WithdrawRating(Guid RatingId, Guid ActorId, bool PutBack = false);

public static class WithdrawRatingHandler
{
    public static Events Handle(WithdrawRating command, [WriteModel] Rating rating, TimeProvider time) =>
        Decide(rating, command, time.GetUtcNow()) is { } happened ? [happened] : [];

    /// <returns><c>null</c> when it is so already.</returns>
    /// <exception cref="NotFoundException">It is somebody else's.</exception>
    public static object? Decide(Rating rating, WithdrawRating command, DateTimeOffset now) => (rating.AuthorId == command.ActorId, command.PutBack, rating.WithdrawnAt) switch
    {
        (false, _, _) => throw new NotFoundException("The rating"),
        (_, false, null) => new RatingWithdrawn(now),
        (_, true, not null) => new RatingPutBack(now),
        _ => null,
    };
}
