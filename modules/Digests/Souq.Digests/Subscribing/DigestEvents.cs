using Souq.Kernel;

namespace Souq.Digests.Subscribing;

/// <summary>Somebody typed an address and asked for the adverts of a topic. Not yet known whether the mailbox is his.</summary>
public sealed record DigestRequested(Guid SubscriberId, DigestTopic Topic, Frequency Frequency, Language Language, DateTimeOffset At);

/// <summary>The mailbox's owner said yes.</summary>
public sealed record DigestConfirmed(DateTimeOffset At);

public sealed record FrequencyChanged(Frequency Frequency, DateTimeOffset At);

public enum StopReason { Unsubscribed, NeverConfirmed, Forgotten }

public sealed record DigestStopped(StopReason Reason, DateTimeOffset At);
