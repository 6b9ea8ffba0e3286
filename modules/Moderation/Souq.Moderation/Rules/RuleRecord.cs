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

    public static Task Project(IEvent<CaseApproved> approved, IDocumentOperations operations, CancellationToken cancellation) =>
        Settle(approved.StreamId, approved.Data.Revision, false, operations, cancellation);

    // What a rule refused by itself says nothing of how good it is, until somebody appeals.
    public static Task Project(IEvent<CaseRefused> refused, IDocumentOperations operations, CancellationToken cancellation) =>
        refused.Data.By == RuleActor.Id ? Task.CompletedTask : Settle(refused.StreamId, refused.Data.Revision, true, operations, cancellation);

    public static Task Project(IEvent<CaseRemoved> removed, IDocumentOperations operations, CancellationToken cancellation) =>
        Settle(removed.StreamId, removed.Data.Revision, true, operations, cancellation);

    public static Task Project(IEvent<DecisionUpheld> upheld, IDocumentOperations operations, CancellationToken cancellation) =>
        Settle(upheld.StreamId, null, true, operations, cancellation);

    public static Task Project(IEvent<DecisionOverturned> overturned, IDocumentOperations operations, CancellationToken cancellation) =>
        Settle(overturned.StreamId, overturned.Data.Revision, false, operations, cancellation);

    private static void Begin(Guid caseId, Submission submission, DateTimeOffset at, IDocumentOperations operations)
    {
        foreach (var hit in submission.Rules ?? []) operations.Store(RuleRecord.Of(hit, caseId, submission.Revision, at));
    }

    /// <param name="judged">The advert's revision; <c>null</c> for the newest.</param>
    private static async Task Settle(Guid caseId, int? judged, bool right, IDocumentOperations operations, CancellationToken cancellation)
    {
        var all = await operations.Query<RuleRecord>().Where(r => r.CaseId == caseId).OrderByDescending(r => r.Judged).Take(200).ToListAsync(cancellation);
        var revision = judged ?? all.Select(r => r.Judged).FirstOrDefault();
        foreach (var record in all.Where(r => r.Judged == revision)) operations.Store(record with { Right = right });
    }
}
