namespace Souq.Messaging.Conversations;

/// <summary>The words of one message. Personal: erased with their writer.</summary>
public sealed class MessageWords
{
    public Guid Id { get; init; }
    public Guid ConversationId { get; init; }
    public Guid FromId { get; init; }
    public DateTimeOffset At { get; init; }
    public string Words { get; init; } = "";
}
