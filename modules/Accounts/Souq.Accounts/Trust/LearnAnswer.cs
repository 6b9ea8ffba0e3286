using Marten;
using Souq.Accounts.Phones;
using Souq.Messaging.Contracts;
using Wolverine;

namespace Souq.Accounts.Trust;

/// <summary>A seller has answered a buyer who wrote about his advert; each conversation counts once.</summary>
public static class LearnAnswerHandler
{
    public static async Task<OutgoingMessages> Handle(MessageSent fact, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        // Buyers begin: what the seller of the advert writes is an answer.
        if (await session.LoadAsync<Advert>(fact.ListingId, cancellation) is not { } advert || advert.SellerId != fact.FromId) return [];
        if (await session.LoadAsync<AnsweredTalk>(fact.ConversationId, cancellation) is not null) return [];
        return await session.Learn(fact.FromId, time.GetUtcNow(), async standing =>
        {
            if (await session.LoadAsync<AnsweredTalk>(fact.ConversationId, cancellation) is not null) return null;
            session.Store(new AnsweredTalk(fact.ConversationId, fact.FromId));
            return standing with { Answered = standing.Answered + 1 };
        }, cancellation);
    }
}
