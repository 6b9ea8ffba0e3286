using Souq.Kernel;

namespace Souq.Digests.Subscribing;

/// <summary>
/// Somebody wants a search kept. What it asks for and how he calls it are his words: they stand in <see cref="SavedSearch"/>. Until the mailbox's owner
/// has said yes, nothing is sent.
/// </summary>
public sealed record SearchSaved(Guid SubscriberId, Guid SearchId, Rhythm Rhythm, int Cap, Language Language, DateTimeOffset At);

/// <summary>The mailbox's owner said yes, in a letter or by being signed in.</summary>
public sealed record DigestConfirmed(DateTimeOffset At);

public sealed record AlertChanged(Rhythm Rhythm, int Cap, DateTimeOffset At);

/// <summary>No letters until then; what is found meanwhile comes afterwards.</summary>
public sealed record AlertPaused(DateTimeOffset Until, DateTimeOffset At);

public sealed record AlertResumed(DateTimeOffset At);

public enum StopReason { Unsubscribed, NeverConfirmed, Forgotten, Gone }

public sealed record DigestStopped(StopReason Reason, DateTimeOffset At);

/// <summary>He stopped it and thought better of it.</summary>
public sealed record StopUndone(DateTimeOffset At);

/// <summary>Of the time when alerts were about a section and a place: somebody typed an address and asked for what is new there.</summary>
public sealed record DigestRequested(Guid SubscriberId, DigestTopic Topic, Frequency Frequency, Language Language, DateTimeOffset At);

/// <summary>Of that time: less often, or more.</summary>
public sealed record FrequencyChanged(Frequency Frequency, DateTimeOffset At);

/// <summary>A subscription of that time has become a search like the others.</summary>
public sealed record TopicRead(Guid SearchId, Rhythm Rhythm, int Cap, DateTimeOffset At);
