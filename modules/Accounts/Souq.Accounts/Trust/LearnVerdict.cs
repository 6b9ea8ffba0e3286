using Marten;
using Souq.Moderation.Contracts;
using Wolverine;

namespace Souq.Accounts.Trust;

/// <summary>Moderation has decided about an advert: that tells something of its seller.</summary>
public static class LearnVerdictHandler
{
    private const string Listing = "listing";

    public static async Task<OutgoingMessages> Handle(CaseDecided fact, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        // Who is asked for a correction has not been judged yet.
        if (fact.Outcome == Outcome.Returned) return [];
        // What was decided before sellers were named tells nothing, nor does what nobody has looked at.
        if (fact.SubjectKind != Listing || fact.SellerId == Guid.Empty || fact.Passed) return [];
        return await session.Learn(fact.SellerId, time.GetUtcNow(), async standing =>
        {
            var before = await session.LoadAsync<AdvertRecord>(fact.SubjectId, cancellation);
            var now = AdvertRecord.Of(fact, before);
            if (now == before) return null;
            session.Store(now);
            return standing.With(before, now);
        }, cancellation, cleared: fact.Outcome == Outcome.Restored);
    }
}
