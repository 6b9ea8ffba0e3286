namespace Souq.Messaging.Contracts;

/// <summary>Somebody wrote in a conversation about an advert. The words stay in the conversation.</summary>
public sealed record MessageSent(Guid MessageId, Guid ConversationId, Guid ListingId, Guid FromId, Guid ToId, DateTimeOffset At);
