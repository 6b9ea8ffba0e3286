using Souq.Kernel;

namespace Souq.Digests.Subscribing;

public enum SubscriptionStatus { Pending, Active, Stopped }

/// <summary>
/// Somebody's wish to be told of what a search finds. Whose it is, only the erasable <see cref="Subscriber"/> knows, and what it asks for
/// <see cref="SavedSearch"/>. It counts from the moment the mailbox's owner has confirmed it.
/// </summary>
public sealed partial record DigestSubscription
{
    public const int LeastCap = 1, UsualCap = 12, MostCap = 24;

    private static readonly Guid Space = new("4d1f7c62-0b3f-4b0e-9d0c-6f4f2b7a5e11");

    public Guid Id { get; init; }
    public long Version { get; init; }
    public Guid SubscriberId { get; init; }

    /// <summary><c>null</c> for one of old, until it is taken up.</summary>
    public Guid? SearchId { get; init; }

    /// <summary>What one of old was about.</summary>
    public DigestTopic? Topic { get; init; }

    public Rhythm Rhythm { get; init; } = Rhythm.Usual;

    /// <summary>Adverts of it that a letter shows; the rest are counted.</summary>
    public int Cap { get; init; } = UsualCap;

    public Language Language { get; init; }
    public SubscriptionStatus Status { get; init; }
    public DateTimeOffset RequestedAt { get; init; }
    public DateTimeOffset? ConfirmedAt { get; init; }
    public DateTimeOffset? PausedUntil { get; init; }
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>One subscription a subscriber and search: asking twice is asking once.</summary>
    public static Guid IdOf(Guid subscriberId, Guid searchId) => DeterministicGuid.Create(Space, $"{subscriberId:n}/{searchId:n}");

    public static DigestSubscription Create(SearchSaved saved) => new DigestSubscription().Apply(saved);

    public static DigestSubscription Create(DigestRequested requested) => new DigestSubscription().Apply(requested);

    /// <summary>Whether letters come of it at all.</summary>
    public bool Sends => Status == SubscriptionStatus.Active && SearchId is not null && Rhythm.Pace != Frequency.Never;

    public bool IsPaused(DateTimeOffset now) => now < PausedUntil;

    public DigestSubscription Apply(SearchSaved saved) => this with
    {
        SubscriberId = saved.SubscriberId,
        SearchId = saved.SearchId,
        Topic = null,
        Rhythm = saved.Rhythm,
        Cap = saved.Cap,
        Language = saved.Language,
        Status = SubscriptionStatus.Pending,
        RequestedAt = saved.At,
        ConfirmedAt = null,
        PausedUntil = null,
        StoppedAt = null,
    };

    public DigestSubscription Apply(DigestConfirmed confirmed) => this with { Status = SubscriptionStatus.Active, ConfirmedAt = confirmed.At };

    public DigestSubscription Apply(AlertChanged changed) => this with { Rhythm = changed.Rhythm, Cap = changed.Cap };

    public DigestSubscription Apply(AlertPaused paused) => this with { PausedUntil = paused.Until };

    public DigestSubscription Apply(AlertResumed _) => this with { PausedUntil = null };

    public DigestSubscription Apply(DigestStopped stopped) => this with { Status = SubscriptionStatus.Stopped, StoppedAt = stopped.At };

    public DigestSubscription Apply(StopUndone _) => this with { Status = SubscriptionStatus.Active, StoppedAt = null, PausedUntil = null };

    public DigestSubscription Apply(DigestRequested requested) => this with
    {
        SubscriberId = requested.SubscriberId,
        SearchId = null,
        Topic = requested.Topic,
        Rhythm = new Rhythm(requested.Frequency),
        Cap = UsualCap,
        Language = requested.Language,
        Status = SubscriptionStatus.Pending,
        RequestedAt = requested.At,
        ConfirmedAt = null,
        PausedUntil = null,
        StoppedAt = null,
    };

    public DigestSubscription Apply(FrequencyChanged changed) => this with { Rhythm = Rhythm with { Pace = changed.Frequency } };

    public DigestSubscription Apply(TopicRead read) => this with { SearchId = read.SearchId, Rhythm = read.Rhythm, Cap = read.Cap };
}
