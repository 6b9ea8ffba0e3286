namespace Souq.Digests.Contracts;

/// <summary>Command, sent by the clock: write the digests that are due.</summary>
public sealed record SendDueDigests(DateTimeOffset Now);
