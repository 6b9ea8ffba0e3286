using Marten;
using Souq.Moderation.Contracts;

namespace Souq.Messaging.Ratings;

/// <summary>Moderators have decided about a rating: it is taken down, or there again.</summary>
public static class RatingJudgedHandler
{
    public static Task Handle(CaseDecided fact, IDocumentSession session, TimeProvider time, CancellationToken cancellation) =>
        fact.SubjectKind == Reportable.Rating ? session.Follow(fact.SubjectId, rating => Decide(rating, fact.Outcome, time.GetUtcNow()), cancellation) : Task.CompletedTask;

    /// <returns><c>null</c> when it is so already, or nothing follows.</returns>
    public static object? Decide(Rating rating, Outcome outcome, DateTimeOffset now) => (outcome, rating.RemovedAt) switch
    {
        (Outcome.Removed, null) => new RatingRemoved(now),
        (Outcome.Restored, not null) => new RatingRestored(now),
        _ => null,
    };

    internal static async Task Follow(this IDocumentSession session, Guid rating, Func<Rating, object?> decide, CancellationToken cancellation)
    {
        var stream = await session.Events.FetchForWriting<Rating>(rating, cancellation);
        if (stream.Aggregate is { } known && decide(known) is { } happened) stream.AppendOne(happened);
    }
}

/// <summary>Trusted readers reported a rating: nobody reads it until a moderator has looked.</summary>
public static class RatingHiddenHandler
{
    public static Task Handle(SubjectHidden order, IDocumentSession session, CancellationToken cancellation) =>
        order.SubjectKind == Reportable.Rating ? session.Follow(order.SubjectId, rating => Decide(rating, order.At), cancellation) : Task.CompletedTask;

    public static Task Handle(SubjectShown fact, IDocumentSession session, CancellationToken cancellation) =>
        fact.SubjectKind == Reportable.Rating ? session.Follow(fact.SubjectId, rating => Looked(rating, fact.At), cancellation) : Task.CompletedTask;

    /// <returns><c>null</c> for what is hidden or gone already, and for an order older than the last look.</returns>
    public static RatingHidden? Decide(Rating rating, DateTimeOffset at) =>
        rating is { HiddenAt: null, RemovedAt: null } && !(at <= rating.LookedAt) ? new RatingHidden(at) : null;

    /// <summary>Also of what is not hidden: the word that it was may come later.</summary>
    public static RatingLookedAt? Looked(Rating rating, DateTimeOffset at) => rating.LookedAt >= at ? null : new RatingLookedAt(at);
}
