namespace Souq.Digests.Contracts;

/// <summary>Command, sent by the clock: write the digests that are due.</summary>
public sealed record SendDueDigests(DateTimeOffset Now);

/// <summary>Command, sent by the clock: alerts of old, about a section and a place, become searches.</summary>
public sealed record TakeUpOldAlerts;
