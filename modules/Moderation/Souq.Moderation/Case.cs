using Souq.Kernel;
using Souq.Moderation.Contracts;
using Souq.Moderation.Reporting.Brigades;
using Souq.Moderation.Reporting.Hiding;
using Souq.Moderation.Reporting.Weighing;
using Souq.Moderation.Undoing;

namespace Souq.Moderation;

public enum CaseState
{
    Waiting,
    Approved,
    Refused,

    /// <summary>Its seller is asked for a correction.</summary>
    Returned,

    /// <summary>It was on the market and is taken off it for good.</summary>
    Removed,

    /// <summary>The seller took the subject back before anybody decided.</summary>
    Closed,
}

/// <summary>
/// Everything moderators have to do with one subject, such as an advert, over all its revisions. Only <c>Apply</c> changes it; it holds
/// what decisions need, and the stream holds the rest.
/// </summary>
public sealed partial record Case : IIntended
{
    private static readonly Guid Space = new("6f0f1c3e-5b0a-4f5e-9a56-3f0f7d1c0a41");

    public Guid Id { get; init; }
    public long Version { get; init; }
    public string SubjectKind { get; init; } = "";
    public Guid SubjectId { get; init; }
    public Guid SellerId { get; init; }

    /// <summary>Of the subject, as it was last submitted.</summary>
    public int Revision { get; init; }

    public CaseState State { get; init; }
    public DateTimeOffset SubmittedAt { get; init; }

    /// <summary>Who is looking at it; <c>null</c> when nobody is. A lease that has run out counts as none.</summary>
    public Lease? Lease { get; init; }

    /// <summary>What somebody has decided and may still take back.</summary>
    public Intent? Intent { get; init; }

    /// <summary>It waits because of reports alone: what is judged is public already.</summary>
    public bool IsRaised { get; init; }

    /// <summary>What had been decided before it was raised.</summary>
    public CaseState Before { get; init; }

    /// <summary>The last decision against the seller; it stays when another one looks at it.</summary>
    public Ruling? Ruling { get; init; }

    /// <summary>It waits because its seller appealed against <see cref="Ruling"/>.</summary>
    public bool IsAppealed { get; init; }

    /// <summary>How often it was taken off the market.</summary>
    public int Removals { get; init; }

    /// <summary>How often a moderator changed it.</summary>
    public int Changes { get; init; }

    /// <summary>What readers reported and nobody has answered yet, the oldest first.</summary>
    public IReadOnlyList<OpenReport> Reports { get; init; } = [];

    /// <summary>What about those reports looks arranged.</summary>
    public IReadOnlyList<BrigadeSign> Brigade { get; init; } = [];

    /// <summary>The public subject is out of sight; <c>null</c> when everybody sees it. What is refused then stays so until a correction is approved.</summary>
    public Hidden? Hidden { get; init; }

    /// <summary>How often it was hidden.</summary>
    public int Hidings { get; init; }

    /// <summary>The case of a subject: the same on every machine and in every run.</summary>
    public static Guid IdOf(string subjectKind, Guid subjectId) => DeterministicGuid.Create(Space, $"{subjectKind}:{subjectId:N}");

    public static Case Create(CaseOpened opened) => new()
    {
        SubjectKind = opened.SubjectKind,
        SubjectId = opened.SubjectId,
        SellerId = opened.Submission.SellerId,
        Revision = opened.Submission.Revision,
        SubmittedAt = opened.At,
    };

    public static Case Create(CaseRaised raised) => new Case
    {
        SubjectKind = raised.SubjectKind,
        SubjectId = raised.SubjectId,
        Before = CaseState.Approved,
    }.Raise(raised);

    /// <summary>A decision about a person has no case before he appeals against it: until then it stands, as of something that was removed.</summary>
    public static Case Create(DecisionAppealed appealed) => new()
    {
        SubjectKind = appealed.SubjectKind,
        SubjectId = appealed.SubjectId,
        SellerId = appealed.Submission.SellerId,
        Revision = appealed.Submission.Revision,
        SubmittedAt = appealed.At,
        IsAppealed = true,
        Ruling = new Ruling(Outcome.Removed, appealed.Submission.Revision, appealed.Against, appealed.At, Appealed: true),
    };

    public Case Apply(CaseReopened reopened) => this with
    {
        State = CaseState.Waiting,
        IsRaised = false,
        // A correction takes the place of an appeal.
        IsAppealed = false,
        SellerId = reopened.Submission.SellerId,
        Revision = reopened.Submission.Revision,
        SubmittedAt = reopened.At,
    };

    public Case Apply(CaseClaimed claimed) => this with { Lease = new Lease(claimed.By, claimed.Until) };

    public Case Apply(CaseReleased _) => this with { Lease = null };

    public Case Apply(DecisionIntended intended) => this with { Lease = null, Intent = new Intent(intended.IntentId, intended.By, intended.Until) };

    public Case Apply(DecisionUndone undone) => this with { Lease = new Lease(undone.By, undone.Until), Intent = null };

    public Case Apply(DecisionLapsed _) => this with { Intent = null };

    public Case Apply(CaseRaised raised) => (this with { Before = State }).Raise(raised);

    public Case Apply(Reported reported) => this with { Reports = [.. Reports, new OpenReport(reported.ReportId, reported.By, reported.ReasonCode, reported.Standing)] };

    public Case Apply(BrigadeSuspected suspected) => this with
    {
        Brigade = [.. Brigade.Union(suspected.Signs)],
        Reports = [.. Reports.Select(r => suspected.Reports.Contains(r.Id) ? r with { InBrigade = true } : r)],
    };

    public Case Apply(CaseHidden hidden) => this with { Hidden = new Hidden(hidden.Why, hidden.Reasons, hidden.At), Hidings = hidden.Hiding };

    public Case Apply(CaseApproved _) => Settle(CaseState.Approved);

    public Case Apply(CasePassed _) => Settle(CaseState.Approved);

    public Case Apply(CaseRefused refused) => Settle(CaseState.Refused) with
    {
        Ruling = new Ruling(Outcome.Refused, refused.Revision, refused.By, refused.At),
    };

    public Case Apply(CaseReturned returned) => Settle(CaseState.Returned) with
    {
        Ruling = new Ruling(Outcome.Returned, returned.Revision, returned.By, returned.At),
    };

    public Case Apply(CaseChanged changed) => (IsRaised ? Settle(Unreported) : Settle(CaseState.Approved)) with
    {
        Changes = changed.Change,
        // What is changed may be seen.
        Hidden = null,
        // Of two decisions against him the graver one stays.
        Ruling = IsRaised && Unreported != CaseState.Approved ? Ruling : new Ruling(Outcome.Changed, changed.Revision, changed.By, changed.At),
    };

    public Case Apply(CaseKept _) => Settle(Unreported) with { Hidden = null };

    // Where it was removed in the same breath, that has settled it.
    public Case Apply(CaseSanctioned _) => State == CaseState.Waiting ? Settle(Unreported) : this;

    public Case Apply(CaseRemoved removed) => Settle(CaseState.Removed) with
    {
        Removals = removed.Removal,
        Ruling = new Ruling(Outcome.Removed, removed.Revision, removed.By, removed.At),
    };

    public Case Apply(DecisionAppealed appealed) => this with
    {
        State = CaseState.Waiting,
        IsAppealed = true,
        SubmittedAt = appealed.At,
        Ruling = Ruling! with { Appealed = true },
    };

    public Case Apply(DecisionUpheld _) => Settle(Ruling!.Outcome switch
    {
        Outcome.Removed => CaseState.Removed,
        Outcome.Returned => CaseState.Returned,
        Outcome.Changed => CaseState.Approved,
        _ => CaseState.Refused,
    });

    public Case Apply(DecisionOverturned _) => Settle(CaseState.Approved) with { Ruling = null };

    public Case Apply(CaseClosed _) => Settle(CaseState.Closed);

    // A correction that was refused meanwhile stays refused, and what was taken down stays so.
    private CaseState Unreported => Before is CaseState.Refused or CaseState.Returned or CaseState.Removed ? Before : CaseState.Approved;

    private Case Settle(CaseState state) => this with
    {
        State = state,
        Lease = null,
        Intent = null,
        IsRaised = false,
        IsAppealed = false,
        Reports = [],
        Brigade = [],
        Hidden = state is CaseState.Refused or CaseState.Returned or CaseState.Closed ? Hidden : null,
    };

    private Case Raise(CaseRaised raised) => this with
    {
        State = CaseState.Waiting,
        IsRaised = true,
        SellerId = raised.Submission.SellerId,
        Revision = raised.Submission.Revision,
        SubmittedAt = raised.At,
    };
}

/// <summary>A decision against the seller.</summary>
/// <param name="By">The moderator, who never looks at an appeal against it.</param>
/// <param name="Appealed">It was looked at again, or will be: once is all there is.</param>
public sealed record Ruling(Outcome Outcome, int Revision, Guid By, DateTimeOffset At, bool Appealed = false);

/// <summary>A report nobody has answered yet.</summary>
/// <param name="By">The person, who will be told; <c>null</c> for a visitor.</param>
/// <param name="Standing">By his record when he reported.</param>
/// <param name="InBrigade">It looks arranged, and hides nothing.</param>
public sealed record OpenReport(Guid Id, Guid? By, string ReasonCode, ReporterStanding Standing = ReporterStanding.Visitor, bool InBrigade = false);
