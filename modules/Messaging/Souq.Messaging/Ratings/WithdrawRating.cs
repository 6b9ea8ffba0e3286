using Souq.Kernel;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Messaging.Ratings;

/// <summary>Its author takes a rating back. He can write it anew.</summary>
public sealed record WithdrawRating(Guid RatingId, Guid ActorId);

public static class WithdrawRatingHandler
{
    public static Events Handle(WithdrawRating command, [WriteModel] Rating rating, TimeProvider time) =>
        Decide(rating, command.ActorId, time.GetUtcNow()) is { } withdrawn ? [withdrawn] : [];

    /// <returns><c>null</c> when it is taken back already.</returns>
    /// <exception cref="NotFoundException">It is somebody else's.</exception>
    public static RatingWithdrawn? Decide(Rating rating, Guid actor, DateTimeOffset now) =>
        rating.AuthorId != actor ? throw new NotFoundException("The rating") : rating.WithdrawnAt is null ? new RatingWithdrawn(now) : null;
}
