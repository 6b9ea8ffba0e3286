using Souq.Moderation.Contracts;

namespace Souq.Moderation.Blind;

public enum SecondLookState { Open, Answered, Dropped }

/// <summary>
/// A decision that another moderator makes once more without knowing the first. His answer changes nothing for anybody: it only tells how far two of
/// them agree.
/// </summary>
public sealed partial record SecondLook
{
    /// <summary>The decision's.</summary>
    public Guid Id { get; init; }

    public long Version { get; init; }
    public Guid CaseId { get; init; }
    public string SubjectKind { get; init; } = "";
    public Guid SubjectId { get; init; }
    public int Revision { get; init; }

    /// <summary>What buyers saw was judged, not what the seller last submitted.</summary>
    public bool AsPublic { get; init; }

    public Guid SellerId { get; init; }
    public int SectionId { get; init; }

    /// <summary>Who has decided it, and who had it before his eyes.</summary>
    public IReadOnlyList<Guid> NotBy { get; init; } = [];

    public SecondLookState State { get; init; }
    public DateTimeOffset At { get; init; }

    public static SecondLook Create(SecondLookAsked asked) => new()
    {
        CaseId = asked.CaseId,
        SubjectKind = asked.SubjectKind,
        SubjectId = asked.SubjectId,
        Revision = asked.Revision,
        AsPublic = asked.AsPublic,
        SellerId = asked.SellerId,
        SectionId = asked.SectionId,
        NotBy = asked.NotBy,
        At = asked.At,
    };

    public SecondLook Apply(SecondLookAnswered _) => this with { State = SecondLookState.Answered };

    public SecondLook Apply(SecondLookDropped _) => this with { State = SecondLookState.Dropped };

    /// <summary>He knows nothing of it and has no part in it.</summary>
    public bool IsOpenTo(Guid moderator) => State == SecondLookState.Open && SellerId != moderator && !NotBy.Contains(moderator);
}

/// <param name="NotBy">Who has decided it, and who had it before his eyes.</param>
public sealed record SecondLookAsked(
    Guid DecisionId, Guid CaseId, string SubjectKind, Guid SubjectId, int Revision, bool AsPublic, Guid SellerId, int SectionId, IReadOnlyList<Guid> NotBy, DateTimeOffset At);

/// <param name="Outcome">Approved, or refused for the reason.</param>
public sealed record SecondLookAnswered(Guid DecisionId, Guid By, Outcome Outcome, string? ReasonCode, DateTimeOffset At);

/// <summary>What was decided is not there to be seen any more.</summary>
public sealed record SecondLookDropped(DateTimeOffset At);
