using Marten;
using Souq.Messaging.Conversations;
using Souq.Moderation.Contracts;

namespace Souq.Messaging.Reporting;

/// <summary>Moderators have decided about a message: its words are shown no more, or again.</summary>
public static class CaseDecidedHandler
{
    public static async Task Handle(CaseDecided fact, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        if (fact.SubjectKind != Reportable.Message || await session.LoadAsync<MessageWords>(fact.SubjectId, cancellation) is not { } words) return;
        if (Decide(words, fact.Outcome, time.GetUtcNow()) is not { } happened) return;
        session.Store(words with { RemovedAt = (happened as MessageRemoved)?.At });
        (await session.Events.FetchForWriting<Conversation>(words.ConversationId, cancellation)).AppendOne(happened);
    }

    /// <returns><c>null</c> when it is so already, or nothing follows.</returns>
    public static object? Decide(MessageWords words, Outcome outcome, DateTimeOffset now) => (outcome, words.RemovedAt) switch
    {
        (Outcome.Removed, null) => new MessageRemoved(words.Id, now),
        (Outcome.Restored, not null) => new MessageRestored(words.Id, now),
        _ => null,
    };
}
