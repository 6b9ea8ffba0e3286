namespace Souq.Messaging.Conversations;

/// <param name="Title">Of the advert as it was then: it is public.</param>
public sealed record ConversationStarted(
    Guid ListingId, long ListingNumber, string Title, Guid BuyerId, Guid SellerId, DateTimeOffset At);

/// <param name="MessageId">Of the words.</param>
public sealed record MessageWritten(Guid MessageId, Guid FromId, DateTimeOffset At);

/// <summary>The buyer asks to be given the thing. Why is in the words of his message.</summary>
public sealed record GiftAskedFor(DateTimeOffset At);

/// <summary>Moderators have taken a message away; its words wait for an appeal.</summary>
public sealed record MessageRemoved(Guid MessageId, DateTimeOffset At);

/// <summary>The decision was wrong, and it is there again.</summary>
public sealed record MessageRestored(Guid MessageId, DateTimeOffset At);

public sealed record ConversationRead(Guid ReaderId, DateTimeOffset At);
