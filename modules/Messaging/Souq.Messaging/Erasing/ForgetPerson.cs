using Marten;
using Marten.Patching;
using Souq.Accounts.Contracts;
using Souq.Messaging.Conversations;
using Souq.Messaging.Pictures;

namespace Souq.Messaging.Erasing;

/// <summary>A person is gone: what he wrote goes with him, and the titles of his adverts, also from the events. That two people spoke stays.</summary>
public static class PersonErasedHandler
{
    private const string Untitled = "…";

    public static async Task Handle(PersonErased fact, IMessagingStore store, IDocumentSession session, CancellationToken cancellation)
    {
        session.DeleteWhere<MessageWords>(m => m.FromId == fact.PersonId);
        session.DeleteWhere<MessagePhotoFile>(f => f.FromId == fact.PersonId);
        var sold = await session.Query<Conversation>().Where(c => c.SellerId == fact.PersonId).Select(c => c.Id).ToListAsync(cancellation);
        foreach (var id in sold)
            await store.Advanced.ApplyEventDataMasking(masking => masking.IncludeStream(id), cancellation);
        session.Patch<Conversation>(c => c.SellerId == fact.PersonId).Set(c => c.Title, Untitled);
        session.Patch<Subject>(s => s.SellerId == fact.PersonId).Set(s => s.Title, Untitled);
    }

    /// <summary>What masking leaves of the events.</summary>
    public static void Mask(StoreOptions options) =>
        options.Events.AddMaskingRuleForProtectedInformation<ConversationStarted>(e => e with { Title = Untitled });
}
