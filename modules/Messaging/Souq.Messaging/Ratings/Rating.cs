using Souq.Kernel;

namespace Souq.Messaging.Ratings;

/// <summary>What somebody who wrote about an advert says of whoever offered it: one for a conversation. The words themselves are in <see cref="RatingWords"/>, so that they can be erased.</summary>
public sealed partial record Rating
{
    public const int MostStars = 5;

    private static readonly Guid Space = new("5c0c9a1e-7f0b-4c55-9d7b-2f4b6a0d1e93");

    public Guid Id { get; init; }
    public long Version { get; init; }
    public Guid ConversationId { get; init; }
    public Guid ListingId { get; init; }
    public Guid AuthorId { get; init; }

    /// <summary>Who is rated.</summary>
    public Guid PersonId { get; init; }

    /// <summary>From 1 to <see cref="MostStars"/>.</summary>
    public int Stars { get; init; }

    /// <summary>When it was written. It is not written again: what is judged is what was read.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Its author has taken it back.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Moderators have taken it down.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>Reported by those whose reports are good: out of sight until a moderator has looked.</summary>
    public DateTimeOffset? HiddenAt { get; init; }

    /// <summary>When a moderator last left it where it is: an older order to hide it is void.</summary>
    public DateTimeOffset? LookedAt { get; init; }

    /// <summary>Everybody can read it, and it counts.</summary>
    public bool Shown { get; init; }

    public static Guid IdOf(Guid conversationId) => DeterministicGuid.Create(Space, $"{conversationId:N}");

    public static Rating Create(PersonRated rated) => new()
    {
        ConversationId = rated.ConversationId,
        ListingId = rated.ListingId,
        AuthorId = rated.AuthorId,
        PersonId = rated.PersonId,
        Stars = rated.Stars,
        At = rated.At,
        Shown = true,
    };

    public Rating Apply(RatingPutBack _) => Seen(this with { WithdrawnAt = null });

    public Rating Apply(RatingWithdrawn withdrawn) => Seen(this with { WithdrawnAt = withdrawn.At });

    public Rating Apply(RatingRemoved removed) => Seen(this with { RemovedAt = removed.At, HiddenAt = null });

    public Rating Apply(RatingRestored _) => Seen(this with { RemovedAt = null });

    public Rating Apply(RatingHidden hidden) => Seen(this with { HiddenAt = hidden.At });

    public Rating Apply(RatingLookedAt looked) => Seen(this with { HiddenAt = null, LookedAt = looked.At });

    private static Rating Seen(Rating rating) => rating with { Shown = rating is { WithdrawnAt: null, RemovedAt: null, HiddenAt: null } };
}
