using Marten;
using Souq.Moderation.Contracts;
using Wolverine;

namespace Souq.Accounts.Trust;

/// <summary>Moderators agreed with what somebody reported; each report counts once.</summary>
public static class LearnReportHandler
{
    public static Task<OutgoingMessages> Handle(ReportAgreed fact, IDocumentSession session, TimeProvider time, CancellationToken cancellation) =>
        session.Learn(fact.PersonId, time.GetUtcNow(), async standing =>
        {
            if (await session.LoadAsync<UpheldReport>(fact.ReportId, cancellation) is not null) return null;
            session.Store(new UpheldReport(fact.ReportId, fact.PersonId));
            return standing with { Upheld = standing.Upheld + 1 };
        }, cancellation);
}
