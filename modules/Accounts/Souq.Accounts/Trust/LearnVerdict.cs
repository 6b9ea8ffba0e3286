using Marten;
using Souq.Moderation.Contracts;
using Wolverine;

namespace Souq.Accounts.Trust;

/// <summary>Moderation has decided about something of a person: that tells something of him.</summary>
public static class LearnVerdictHandler
{
    private const string Listing = "listing";

    public static async Task<OutgoingMessages> Handle(CaseDecided fact, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        // Who is asked for a correction has not been judged yet.
        if (fact.Outcome == Outcome.Returned) return [];
        // What was decided before sellers were named tells nothing, nor does what nobody has looked at.
        if (fact.SellerId == Guid.Empty || fact.Passed || fact.SubjectKind is not (Listing or Reportable.Message or Reportable.Rating or Reportable.Store or Reportable.Profile)) return [];
        return await session.Learn(
            fact.SellerId, time.GetUtcNow(), standing => fact.SubjectKind == Listing ? OfAdvert(standing) : OfOther(standing), cancellation, cleared: fact.Outcome == Outcome.Restored);

        async Task<Standing?> OfAdvert(Standing standing)
        {
            var before = await session.LoadAsync<AdvertRecord>(fact.SubjectId, cancellation);
            var now = AdvertRecord.Of(fact, before);
            if (now == before) return null;
            session.Store(now);
            return standing.With(before, now);
        }

        async Task<Standing?> OfOther(Standing standing)
        {
            if (SubjectRecord.Of(fact, await session.LoadAsync<SubjectRecord>(fact.CaseId, cancellation)) is not { } now) return null;
            session.Store(now);
            return standing.With(now);
        }
    }
}
