using JasperFx.Events;
using Marten;
using Marten.Events.Projections;
using Souq.Kernel;

namespace Souq.Moderation.Rules;

/// <summary>What became of an advert of which a rule had something to say: so each rule shows how often it was right.</summary>
public sealed record RuleRecord
{
    private static readonly Guid Space = new("0c8f6a3d-9a0e-4d55-9a63-5b1f9b6f5e27");

    public Guid Id { get; init; }
    public Guid RuleId { get; init; }

    /// <summary>Of the rule.</summary>
    public int Revision { get; init; }

    public Guid CaseId { get; init; }

    /// <summary>Of the advert.</summary>
    public int Judged { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Moderators refused the advert; <c>null</c> while none has decided.</summary>
    public bool? Right { get; init; }

    public static RuleRecord Of(RuleHit hit, Guid caseId, int judged, DateTimeOffset at) => new()
    {
        Id = DeterministicGuid.Create(Space, $"{caseId:N}:{judged}:{hit.RuleId:N}"),
        RuleId = hit.RuleId,
        Revision = hit.Revision,
        CaseId = caseId,
        Judged = judged,
        At = at,
    };
}

/// <summary>Keeps records with the events of cases, in the same transaction.</summary>
public sealed partial class RuleRecordProjection : EventProjection
{
    public static void Project(IEvent<CaseOpened> opened, IDocumentOperations operations) => Begin(opened.StreamId, opened.Data.Submission, opened.Data.At, operations);

    public static void Project(IEvent<CaseReopened> again, IDocumentOperations operations) => Begin(again.StreamId, again.Data.Submission, again.Data.At, operations);

    // What came to the market without waiting for anybody, and should have waited.
    public static void Project(IEvent<CaseRaised> raised, IDocumentOperations operations) => Begin(raised.StreamId, raised.Data.Submission, raised.Data.At, operations);

    // Of what was judged before, reports say nothing new.
    public static void Project(IEvent<CaseKept> kept, IDocumentOperations operations) => Settle(kept.StreamId, kept.Data.Revision, false, operations, open: true);

    public static void Project(IEvent<CaseApproved> approved, IDocumentOperations operations) => Settle(approved.StreamId, approved.Data.Revision, false, operations);

    // What a rule refused by itself says nothing of how good it is, until somebody appeals.
    public static void Project(IEvent<CaseRefused> refused, IDocumentOperations operations)
    {
        if (refused.Data.By != RuleActor.Id) Settle(refused.StreamId, refused.Data.Revision, true, operations);
    }

    public static void Project(IEvent<CaseReturned> returned, IDocumentOperations operations) => Settle(returned.StreamId, returned.Data.Revision, true, operations);

    public static void Project(IEvent<CaseChanged> changed, IDocumentOperations operations) => Settle(changed.StreamId, changed.Data.Revision, true, operations);

    public static void Project(IEvent<CaseRemoved> removed, IDocumentOperations operations) => Settle(removed.StreamId, removed.Data.Revision, true, operations);

    public static void Project(IEvent<DecisionUpheld> upheld, IDocumentOperations operations) => Settle(upheld.StreamId, null, true, operations);

    public static void Project(IEvent<DecisionOverturned> overturned, IDocumentOperations operations) =>
        Settle(overturned.StreamId, overturned.Data.Revision, false, operations);

    private static void Begin(Guid caseId, Submission submission, DateTimeOffset at, IDocumentOperations operations)
    {
        foreach (var hit in submission.Rules ?? []) operations.Store(RuleRecord.Of(hit, caseId, submission.Revision, at));
    }

    /// <summary>As a statement: what a rebuild wrote a moment ago in the same page can be changed, and not yet be loaded.</summary>
    /// <param name="open">Only where nobody has decided yet.</param>
    /// <param name="judged">The advert's revision; <c>null</c> for the newest.</param>
    private static void Settle(Guid caseId, int? judged, bool right, IDocumentOperations operations, bool open = false) => operations.QueueSqlCommand(
        """
        update moderation.mt_doc_rulerecord set data = data || jsonb_build_object('right', ?::boolean)
        where case_id = ?
          and (data ->> 'judged')::int = coalesce(?::int, (select max((r.data ->> 'judged')::int) from moderation.mt_doc_rulerecord r where r.case_id = ?))
          and (not ?::boolean or data ->> 'right' is null)
        """,
        right, caseId, judged is { } revision ? revision : DBNull.Value, caseId, open);
}
