using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Digests.Subscribing;

public enum Frequency { Daily, Weekly }

public enum SubscriptionStatus { Pending, Active, Stopped }

/// <summary>What a subscription is about; every part narrows, and without any it is the whole market.</summary>
/// <param name="SectionId">With everything under it.</param>
/// <param name="Wilaya">Code, old or new.</param>
/// <param name="Commune">ONS code.</param>
public sealed record DigestTopic(int? SectionId, int? Wilaya, int? Commune)
{
    public override string ToString() => $"{SectionId}/{Wilaya}/{Commune}";

    /// <summary>What it means now: who wished for a section that has been closed since is told of the one that took its place.</summary>
    public DigestTopic Today(CatalogSnapshot catalog) => SectionId is { } id ? this with { SectionId = catalog.Standing(id)?.Id ?? id } : this;
}

/// <summary>
/// Somebody's wish to be told of new adverts by mail. Whose it is, only the erasable <see cref="Subscriber"/> knows. It counts from the
/// moment the mailbox's owner has confirmed it.
/// </summary>
public sealed partial record DigestSubscription
{
    private static readonly Guid Space = new("4d1f7c62-0b3f-4b0e-9d0c-6f4f2b7a5e11");

    public Guid Id { get; init; }
    public long Version { get; init; }
    public Guid SubscriberId { get; init; }
    public DigestTopic Topic { get; init; } = new(null, null, null);
    public Frequency Frequency { get; init; }
    public Language Language { get; init; }
    public SubscriptionStatus Status { get; init; }
    public DateTimeOffset RequestedAt { get; init; }
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>One subscription a subscriber and topic: asking twice is asking once.</summary>
    public static Guid IdOf(Guid subscriberId, DigestTopic topic) => DeterministicGuid.Create(Space, $"{subscriberId:n}/{topic}");

    public static DigestSubscription Create(DigestRequested requested) => new DigestSubscription().Apply(requested);

    public DigestSubscription Apply(DigestRequested requested) => this with
    {
        SubscriberId = requested.SubscriberId,
        Topic = requested.Topic,
        Frequency = requested.Frequency,
        Language = requested.Language,
        Status = SubscriptionStatus.Pending,
        RequestedAt = requested.At,
        ConfirmedAt = null,
    };

    public DigestSubscription Apply(DigestConfirmed confirmed) => this with { Status = SubscriptionStatus.Active, ConfirmedAt = confirmed.At };

    public DigestSubscription Apply(FrequencyChanged changed) => this with { Frequency = changed.Frequency };

    public DigestSubscription Apply(DigestStopped _) => this with { Status = SubscriptionStatus.Stopped };
}
