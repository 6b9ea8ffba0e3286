using Souq.Kernel;
using Souq.Moderation.Opening;

namespace Souq.Moderation;

/// <summary>What stands between a moderator and a case.</summary>
public static class CaseRules
{
    public const string OwnAdvert = "Case.OwnAdvert";
    public const string OwnReport = "Case.OwnReport";
    public const string OwnDecision = "Case.OwnDecision";
    public const string Decided = "Case.Decided";
    public const string Closed = "Case.Closed";
    public const string Clash = "Case.Clash";
    public const string Held = "Case.Held";

    /// <summary>Refusals that come from what others did meanwhile: the page answers 409.</summary>
    public static bool IsConflict(Refusal refusal) => refusal.Key is Decided or Closed or Clash or Held;

    /// <summary>He has a part in it, which no waiting changes.</summary>
    public static bool IsConflictOfInterest(string? obstacle) => obstacle is OwnAdvert or OwnReport or OwnDecision;

    /// <summary>The seller's last revision was refused, whatever readers say meanwhile about the one before.</summary>
    public static bool HasRefused(this Case current) => current.State == CaseState.Refused || current is { IsRaised: true, Before: CaseState.Refused };

    /// <summary>Else it is a message, a store or a name, which nobody hands in: its case is about what was reported of it.</summary>
    public static bool IsAdvert(this Case current) => current.SubjectKind == SubjectKinds.Listing;

    /// <summary>Then it is a decision about a person that is looked at again.</summary>
    public static bool IsSanction(this Case current) => current.SubjectKind == SubjectKinds.Sanction;

    /// <summary>As its events tell it; <c>null</c> for an advert.</summary>
    public static string? KindInEvents(this Case current) => current.IsAdvert() ? null : current.SubjectKind;

    /// <summary>The key of the reason for which this moderator may not decide; <c>null</c> when he may.</summary>
    public static string? ObstacleFor(this Case current, Guid moderator, DateTimeOffset now) =>
        current.SellerId == moderator ? OwnAdvert
        : current.State == CaseState.Closed ? Closed
        : current.State != CaseState.Waiting ? Decided
        : current.IsAppealed && current.Ruling?.By == moderator ? OwnDecision
        : current.Reports.Any(r => r.By == moderator) ? OwnReport
        : current.Intent is { } intent ? intent.By == moderator ? Decided : Held
        : current.Lease?.KeepsOut(moderator, now) == true ? Held
        : null;

    /// <summary>The seller is asked to correct his last revision, whatever readers say meanwhile about the one before.</summary>
    public static bool IsReturned(this Case current) => current.State == CaseState.Returned || current is { IsRaised: true, Before: CaseState.Returned };

    /// <exception cref="RefusedException">It is his own advert, he reported it, it is an appeal against his own decision, is no longer waiting, or somebody else has it.</exception>
    public static void MustBeOpenTo(this Case current, Guid moderator, DateTimeOffset now)
    {
        if (current.ObstacleFor(moderator, now) is { } obstacle) throw new RefusedException(obstacle);
    }

    /// <param name="raised">True when what is decided is whether a reported subject may stay.</param>
    /// <param name="appealed">True when what is decided is an appeal.</param>
    /// <exception cref="RefusedException">As above, or what the moderator saw is not what the seller last submitted.</exception>
    public static void MustBeDecidableBy(this Case current, Guid moderator, int seenRevision, DateTimeOffset now, bool raised = false, bool appealed = false)
    {
        current.MustBeOpenTo(moderator, now);
        if (current.Revision != seenRevision || current.IsRaised != raised || current.IsAppealed != appealed) throw new RefusedException(Clash);
    }
}
