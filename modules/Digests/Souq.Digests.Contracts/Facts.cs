namespace Souq.Digests.Contracts;

/// <summary>Command, sent by the clock: write the digests that are due.</summary>
public sealed record SendDueDigests(DateTimeOffset Now);

/// <summary>Command, sent by the clock: alerts of old, about a section and a place, become searches.</summary>
public sealed record TakeUpOldAlerts;

/// <summary>A person stopped the letters about what a seller puts on the market.</summary>
public sealed record SellerLettersStopped(Guid PersonId, Guid SellerId, DateTimeOffset At);

/// <summary>He had stopped them by mistake.</summary>
public sealed record SellerLettersWanted(Guid PersonId, Guid SellerId, DateTimeOffset At);
