namespace Souq.Messaging.Giving;

public sealed record GiftPromised(Guid PersonId, DateTimeOffset At);

public sealed record PromiseTakenBack(DateTimeOffset At);

/// <param name="PersonId">Who got it, when the giver named him.</param>
public sealed record GiftGiven(Guid? PersonId, DateTimeOffset At);

/// <summary>It was said to be given and is on the market again.</summary>
public sealed record GiftOfferedAgain(DateTimeOffset At);
