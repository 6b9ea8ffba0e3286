using Souq.Kernel;

namespace Souq.Moderation.Contracts;

/// <summary>
/// Removed: taken off the market after it was published. Restored: an earlier decision against the subject was wrong, and it stands where it would
/// stand without it. Returned: its seller is asked for a correction, which is no refusal. Changed: it may be public with what a moderator changed of it.
/// </summary>
public enum Outcome { Approved, Refused, Removed, Restored, Returned, Changed }

/// <summary>What a moderator changed of a subject. The words themselves do not travel: only where in them something is hidden.</summary>
/// <param name="By">The moderator.</param>
/// <param name="SectionId">Where it stands from now on; <c>null</c> where it stays.</param>
public sealed record SubjectChange(Guid By, int? SectionId, IReadOnlyList<TextPiece> HiddenInTitle, IReadOnlyList<TextPiece> HiddenInText);

/// <summary>A case has been decided. The words to the seller stay in the case; the reason's code travels.</summary>
/// <param name="SubjectKind">What was judged, such as <c>listing</c>.</param>
/// <param name="Revision">Of the subject, as it was judged: a decision about an older revision is void.</param>
/// <param name="SellerId">Whose subject it is.</param>
/// <param name="Passed">Its section let it pass: no person has looked at it.</param>
/// <param name="Change">Of a subject that was <see cref="Outcome.Changed"/>.</param>
/// <param name="Parts">Of <see cref="SubjectParts"/>, what of it was removed; <c>null</c> for all.</param>
public sealed record CaseDecided(
    Guid CaseId, string SubjectKind, Guid SubjectId, int Revision, Outcome Outcome, string? ReasonCode, DateTimeOffset At, Guid SellerId = default,
    bool Passed = false, SubjectChange? Change = null, IReadOnlyList<string>? Parts = null);

/// <summary>Moderators agreed with what somebody reported.</summary>
public sealed record ReportAgreed(Guid ReportId, Guid PersonId, DateTimeOffset At);

/// <summary>What a component that shows the subject of a case to a moderator is given.</summary>
/// <param name="AsPublic">What buyers see is judged, not what the seller last submitted.</param>
/// <param name="Blind">Nothing may tell what was decided about it.</param>
/// <param name="CaseId">Where it is looked at, to be written down with what of it is personal.</param>
/// <param name="Ahead">It is loaded before anybody opens it.</param>
public sealed record SubjectSlot(string SubjectKind, Guid SubjectId, int Revision, bool AsPublic = false, bool Blind = false, Guid? CaseId = null, bool Ahead = false);

/// <summary>What a component that names a moderator to his colleagues is given.</summary>
public sealed record ModeratorSlot(Guid PersonId);

/// <summary>What a component that says how far the seller of a case is trusted is given.</summary>
public sealed record SellerSlot(Guid PersonId);

/// <summary>What a component that tells somebody what was decided about something of his is given.</summary>
/// <param name="SubjectKind">One of <see cref="Reportable"/>.</param>
public sealed record RulingSlot(string SubjectKind, Guid SubjectId);

public static class ModerationSlots
{
    /// <summary>The subject of a case as buyers would see it: <see cref="SubjectSlot"/>.</summary>
    public const string Subject = "moderation.subject";

    /// <summary>The name of a moderator, inline: <see cref="ModeratorSlot"/>.</summary>
    public const string Moderator = "moderation.moderator";

    /// <summary>The form that reports something, on a page of its own: <see cref="ReportSlot"/>.</summary>
    public const string Report = "moderation.report";

    /// <summary>Where something was removed, for whose it was: why, and his way to appeal: <see cref="RulingSlot"/>.</summary>
    public const string Ruling = "moderation.ruling";

    /// <summary>How far the seller of a case is trusted, without his name: <see cref="SellerSlot"/>.</summary>
    public const string Seller = "moderation.seller";
}
