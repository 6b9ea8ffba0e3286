using Souq.Messaging.Conversations;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Messaging.Reading;

/// <summary>One of the two has seen everything written so far.</summary>
public sealed record MarkRead(Guid ConversationId, Guid ActorId);

public static class MarkReadHandler
{
    public static (Events, OutgoingMessages) Handle(MarkRead command, [WriteModel] Conversation conversation, TimeProvider time)
    {
        conversation.MustInclude(command.ActorId);
        return conversation.UnreadFor(command.ActorId) == 0 ? ([], []) : ([new ConversationRead(command.ActorId, time.GetUtcNow())], []);
    }
}
