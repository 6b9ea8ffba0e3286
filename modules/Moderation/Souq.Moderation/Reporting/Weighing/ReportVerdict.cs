using JasperFx.Events;
using Marten;
using Marten.Events.Projections;
using Souq.Moderation.Deciding;

namespace Souq.Moderation.Reporting.Weighing;

/// <summary>What became of one report of a person; all of them together are his record.</summary>
public sealed record ReportVerdict
{
    /// <summary>The report's.</summary>
    public Guid Id { get; init; }

    public Guid By { get; init; }
    public Guid CaseId { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Somebody has answered it.</summary>
    public bool Settled { get; init; }

    /// <summary>Moderators agreed; <c>null</c> where nothing was said of what he reported, such as when the seller was quicker.</summary>
    public bool? Agreed { get; init; }

    /// <summary>The decision that agreed with him: should it be overturned, he was not right.</summary>
    public Guid? DecisionId { get; init; }

    /// <summary>Where a person stands.</summary>
    public static async Task<ReporterStanding> StandingOf(Guid person, IQuerySession session, CancellationToken cancellation)
    {
        var newest = await session.Query<ReportVerdict>().Where(v => v.By == person && v.Agreed != null)
            .OrderByDescending(v => v.At).Take(2 * Standings.Newest).Select(v => v.Agreed!.Value).ToListAsync(cancellation);
        return Standings.Of(newest.Reverse());
    }
}

/// <summary>Keeps the records of reporters with the events of cases, in the same transaction.</summary>
public sealed partial class ReportVerdictProjection : EventProjection
{
    public static void Project(IEvent<Reported> reported, IDocumentOperations operations)
    {
        if (reported.Data.By is { } by)
            operations.Store(new ReportVerdict { Id = reported.Data.ReportId, By = by, CaseId = reported.StreamId, At = reported.Data.At });
    }

    public static void Project(IEvent<CaseKept> kept, IDocumentOperations operations) => Settle(kept.StreamId, false, null, operations);

    public static void Project(IEvent<CaseRemoved> removed, IDocumentOperations operations) =>
        Settle(removed.StreamId, true, Decision.IdOfRemoval(removed.StreamId, removed.Data.Removal), operations);

    /// <summary>What he reported was answered with a decision about whose it is.</summary>
    public static void Project(IEvent<CaseSanctioned> sanctioned, IDocumentOperations operations) => Settle(sanctioned.StreamId, true, null, operations);

    // He asked for less than that it goes, and was right.
    public static void Project(IEvent<CaseReturned> returned, IDocumentOperations operations) =>
        Settle(returned.StreamId, returned.Data.Kind is null ? null : true, null, operations);

    // Another revision was judged, not what readers had seen.
    public static void Project(IEvent<CaseApproved> approved, IDocumentOperations operations) => Settle(approved.StreamId, null, null, operations);

    public static void Project(IEvent<CaseRefused> refused, IDocumentOperations operations) => Settle(refused.StreamId, null, null, operations);

    public static void Project(IEvent<CaseClosed> closed, IDocumentOperations operations) => Settle(closed.StreamId, null, null, operations);

    public static void Project(IEvent<DecisionUpheld> upheld, IDocumentOperations operations) => Settle(upheld.StreamId, null, null, operations);

    public static void Project(IEvent<DecisionOverturned> overturned, IDocumentOperations operations)
    {
        Settle(overturned.StreamId, null, null, operations);
        operations.QueueSqlCommand(
            "update moderation.mt_doc_reportverdict set data = data || '{\"agreed\": false}' where case_id = ? and data ->> 'decisionId' = ?",
            overturned.StreamId, overturned.Data.DecisionId.ToString());
    }

    /// <summary>As a statement: what a rebuild wrote a moment ago in the same page can be changed, and not yet be loaded.</summary>
    private static void Settle(Guid caseId, bool? agreed, Guid? decision, IDocumentOperations operations) => operations.QueueSqlCommand(
        """
        update moderation.mt_doc_reportverdict set data = data || jsonb_build_object('settled', true, 'agreed', ?::boolean, 'decisionId', ?::uuid)
        where case_id = ? and data ->> 'settled' = 'false'
        """,
        agreed is { } said ? said : DBNull.Value, decision is { } id ? id : DBNull.Value, caseId);
}
