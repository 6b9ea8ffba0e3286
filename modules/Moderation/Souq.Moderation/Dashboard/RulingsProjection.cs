using JasperFx.Events;
using Marten;
using Marten.Events.Projections;
using Souq.Moderation.Blind;
using Souq.Moderation.Contracts;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;
using Souq.Moderation.Rules;
using Souq.Moderation.Sanctions;

namespace Souq.Moderation.Dashboard;

/// <summary>
/// Keeps <see cref="RulingsTable"/> with the events, in the same transaction. All as statements: what a rebuild wrote a moment ago in the same page can be
/// changed so, and not yet be read.
/// </summary>
public sealed partial class RulingsProjection : EventProjection
{
    public RulingsProjection()
    {
        Options.DeleteDataInTableOnTeardown(RulingsTable.Name);
        Options.DeleteDataInTableOnTeardown(OpeningsTable.Name);
    }

    /// <summary>What was reported and may stay.</summary>
    public const string Kept = "Kept";

    /// <summary>Whose it is was warned, limited or shut out for it, and it stays.</summary>
    public const string Acted = "Sanctioned";

    public static void Project(IEvent<CaseOpened> e, IDocumentOperations operations) => Open(e.StreamId, e.Data.SubjectKind, e.Data.Submission, e.Data.At, operations);

    public static void Project(IEvent<CaseReopened> e, IDocumentOperations operations) => Open(e.StreamId, e.Data.SubjectKind, e.Data.Submission, e.Data.At, operations);

    public static void Project(IEvent<CaseRaised> e, IDocumentOperations operations) => Open(e.StreamId, e.Data.SubjectKind, e.Data.Submission, e.Data.At, operations);

    public static void Project(IEvent<DecisionAppealed> e, IDocumentOperations operations)
    {
        operations.QueueSqlCommand($"update {RulingsTable.Name} set appealed_at = ? where id = ?", e.Data.At.ToUniversalTime(), e.Data.DecisionId);
        Open(e.StreamId, e.Data.SubjectKind, e.Data.Submission, e.Data.At, operations);
    }

    public static void Project(IEvent<CaseApproved> e, IDocumentOperations operations) =>
        Rule(Decision.IdOf(e.StreamId, e.Data.Revision), e.StreamId, nameof(Outcome.Approved), null, e.Data.By, e.Data.At, operations);

    public static void Project(IEvent<CasePassed> e, IDocumentOperations operations) =>
        Rule(Decision.IdOf(e.StreamId, e.Data.Revision), e.StreamId, nameof(Outcome.Approved), null, RuleActor.Id, e.Data.At, operations);

    public static void Project(IEvent<CaseRefused> e, IDocumentOperations operations) =>
        Rule(Decision.IdOf(e.StreamId, e.Data.Revision), e.StreamId, nameof(Outcome.Refused), e.Data.ReasonCode, e.Data.By, e.Data.At, operations);

    public static void Project(IEvent<CaseReturned> e, IDocumentOperations operations) =>
        Rule(Decision.IdOf(e.StreamId, e.Data.Revision), e.StreamId, nameof(Outcome.Returned), e.Data.ReasonCode, e.Data.By, e.Data.At, operations);

    public static void Project(IEvent<CaseChanged> e, IDocumentOperations operations) =>
        Rule(Decision.IdOfChange(e.StreamId, e.Data.Change), e.StreamId, nameof(Outcome.Changed), null, e.Data.By, e.Data.At, operations);

    public static void Project(IEvent<CaseKept> e, IDocumentOperations operations) =>
        Rule(Decision.IdOfKeeping(e.StreamId, e.Version), e.StreamId, Kept, null, e.Data.By, e.Data.At, operations);

    public static void Project(IEvent<CaseRemoved> e, IDocumentOperations operations) =>
        Rule(Decision.IdOfRemoval(e.StreamId, e.Data.Removal), e.StreamId, nameof(Outcome.Removed), e.Data.ReasonCode, e.Data.By, e.Data.At, operations);

    // What was taken down in the same breath is decided by that, and the person has a row of his own.
    public static void Project(IEvent<CaseSanctioned> e, IDocumentOperations operations) =>
        Rule(Decision.IdOfActing(e.StreamId, e.Data.SanctionId), e.StreamId, Acted, e.Data.ReasonCode, e.Data.By, e.Data.At, operations, whereWaiting: true);

    /// <summary>A decision about a person, for whatever he was reported. Nobody waited for it.</summary>
    public static void Project(IEvent<Sanctioned> e, IDocumentOperations operations) => operations.QueueSqlCommand(
        $"""
        insert into {RulingsTable.Name} (id, case_id, kind, section_id, rules, at, day, waited, outcome, reason, by_id)
        select ?, ?, '{SubjectKinds.Person}', 0, array[]::uuid[], m.at, (m.at at time zone 'Africa/Algiers')::date, 0, ?, ?, ? from (select ?::timestamptz at) m
        on conflict (id) do nothing
        """,
        e.Data.SanctionId, e.StreamId, e.Data.Kind.ToString(), e.Data.ReasonCode, e.Data.By, e.Data.At.ToUniversalTime());

    public static void Project(IEvent<SanctionAppealed> e, IDocumentOperations operations) =>
        operations.QueueSqlCommand($"update {RulingsTable.Name} set appealed_at = ? where id = ?", e.Data.At.ToUniversalTime(), e.Data.SanctionId);

    public static void Project(IEvent<SanctionUpheld> e, IDocumentOperations operations) => AnswerPerson(e.Data.SanctionId, false, e.Data.At, operations);

    public static void Project(IEvent<SanctionLifted> e, IDocumentOperations operations) => AnswerPerson(e.Data.SanctionId, true, e.Data.At, operations);

    public static void Project(IEvent<DecisionUpheld> e, IDocumentOperations operations) => Answer(e.StreamId, e.Data.DecisionId, false, e.Data.At, operations);

    public static void Project(IEvent<DecisionOverturned> e, IDocumentOperations operations) => Answer(e.StreamId, e.Data.DecisionId, true, e.Data.At, operations);

    public static void Project(IEvent<CaseClosed> e, IDocumentOperations operations) => Leave(e.StreamId, operations);

    public static void Project(IEvent<SecondLookAnswered> e, IDocumentOperations operations) => operations.QueueSqlCommand(
        $"update {RulingsTable.Name} set second_by = ?, second_outcome = ?, second_at = ? where id = ?",
        e.Data.By, e.Data.Outcome.ToString(), e.Data.At.ToUniversalTime(), e.Data.DecisionId);

    /// <summary>A correction that is sent while the case waits does not lose its place.</summary>
    private static void Open(Guid caseId, string kind, Submission submission, DateTimeOffset at, IDocumentOperations operations) => operations.QueueSqlCommand(
        $"""
        insert into {OpeningsTable.Name} as o (case_id, kind, section_id, language, rules, since, waiting) values (?, ?, ?, ?, ?, ?, true)
        on conflict (case_id) do update set section_id = excluded.section_id, language = excluded.language, rules = excluded.rules,
          since = case when o.waiting then o.since else excluded.since end, waiting = true
        """,
        caseId, kind == SubjectKinds.Listing ? DBNull.Value : kind, submission.SectionId, (object?)submission.Language ?? DBNull.Value, (submission.Rules ?? []).Select(r => r.RuleId).Distinct().ToArray(), at.ToUniversalTime());

    private static void Rule(Guid id, Guid caseId, string outcome, string? reason, Guid by, DateTimeOffset at, IDocumentOperations operations, bool whereWaiting = false)
    {
        operations.QueueSqlCommand(
            $"""
            insert into {RulingsTable.Name} (id, case_id, kind, section_id, language, rules, at, day, waited, outcome, reason, by_id)
            select ?, o.case_id, o.kind, o.section_id, o.language, o.rules, m.at, (m.at at time zone 'Africa/Algiers')::date,
              least(2000000000, greatest(0, extract(epoch from m.at - o.since)))::int, ?, ?, ?
            from {OpeningsTable.Name} o, (select ?::timestamptz at) m where o.case_id = ?{(whereWaiting ? " and o.waiting" : "")}
            on conflict (id) do update set at = excluded.at, day = excluded.day, waited = excluded.waited, outcome = excluded.outcome, reason = excluded.reason,
              by_id = excluded.by_id, appealed_at = null, answered_at = null, overturned = null
            """,
            id, outcome, reason is null ? DBNull.Value : reason, by, at.ToUniversalTime(), caseId);
        Leave(caseId, operations);
    }

    private static void Answer(Guid caseId, Guid decisionId, bool overturned, DateTimeOffset at, IDocumentOperations operations)
    {
        operations.QueueSqlCommand($"update {RulingsTable.Name} set answered_at = ?, overturned = ? where id = ?", at.ToUniversalTime(), overturned, decisionId);
        Leave(caseId, operations);
    }

    // What is taken back without an appeal was not appealed against.
    private static void AnswerPerson(Guid sanctionId, bool lifted, DateTimeOffset at, IDocumentOperations operations) => operations.QueueSqlCommand(
        $"update {RulingsTable.Name} set answered_at = ?, overturned = ? where id = ? and appealed_at is not null and answered_at is null", at.ToUniversalTime(), lifted, sanctionId);

    private static void Leave(Guid caseId, IDocumentOperations operations) =>
        operations.QueueSqlCommand($"update {OpeningsTable.Name} set waiting = false where case_id = ?", caseId);
}
