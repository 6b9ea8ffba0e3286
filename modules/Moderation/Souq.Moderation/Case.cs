using Souq.Kernel;

namespace Souq.Moderation;

public enum CaseState
{
    Waiting,
    Approved,
    Refused,

    /// <summary>The seller took the subject back before anybody decided.</summary>
    Closed,
}

/// <summary>
/// Everything moderators have to do with one subject, such as an advert, over all its revisions. Only <c>Apply</c> changes it; it holds
/// what decisions need, and the stream holds the rest.
/// </summary>
public sealed partial record Case
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

    public Case Apply(CaseReopened reopened) => this with
    {
        State = CaseState.Waiting,
        SellerId = reopened.Submission.SellerId,
        Revision = reopened.Submission.Revision,
        SubmittedAt = reopened.At,
    };

    public Case Apply(CaseClaimed claimed) => this with { Lease = new Lease(claimed.By, claimed.Until) };

    public Case Apply(CaseReleased _) => this with { Lease = null };

    public Case Apply(CaseApproved _) => this with { State = CaseState.Approved, Lease = null };

    public Case Apply(CaseRefused _) => this with { State = CaseState.Refused, Lease = null };

    public Case Apply(CaseClosed _) => this with { State = CaseState.Closed, Lease = null };
}
