using Souq.Kernel;
using Souq.Moderation.Contracts;
using Souq.Moderation.Reporting.Brigades;
using Souq.Moderation.Reporting.Hiding;
using Souq.Moderation.Reporting.Weighing;
using Souq.Moderation.Rules;

namespace Souq.Moderation;

/// <summary>A subject as it was handed in. Its title is not here: a title nobody has looked at may hold a phone number.</summary>
/// <param name="Number">The short public number.</param>
/// <param name="CommuneCode">ONS code.</param>
/// <param name="Why">Codes of the signals that brought it here, most telling first.</param>
/// <param name="Alike">Numbers of other adverts it was found to be like.</param>
/// <param name="Rules">What rules in force had to say.</param>
/// <param name="Language">In which it is written, one of <see cref="Queue.AdvertLanguage"/>.</param>
public sealed record Submission(
    int Revision, long Number, Guid SellerId, int SectionId, int CommuneCode, Price Price, IReadOnlyList<string> Why,
    IReadOnlyList<long>? Alike = null, IReadOnlyList<RuleHit>? Rules = null, string? Language = null)
{
    /// <summary>What an event of a case says of its subject; <c>null</c> when nothing.</summary>
    public static Submission? Of(object happened) => happened switch
    {
        CaseOpened opened => opened.Submission,
        CaseReopened again => again.Submission,
        CaseRaised raised => raised.Submission,
        DecisionAppealed appealed => appealed.Submission,
        _ => null,
    };
}

/// <summary>Something needs a moderator's eyes for the first time.</summary>
/// <param name="At">When it was submitted, which is when the wait began.</param>
public sealed record CaseOpened(string SubjectKind, Guid SubjectId, Submission Submission, DateTimeOffset At);

/// <summary>A newer revision of the subject was submitted.</summary>
public sealed record CaseReopened(string SubjectKind, Guid SubjectId, Submission Submission, DateTimeOffset At);

/// <summary>A moderator looks at it, and until then nobody else may decide it.</summary>
public sealed record CaseClaimed(Guid By, DateTimeOffset Until, DateTimeOffset At);

/// <summary>The moderator put it back undecided.</summary>
public sealed record CaseReleased(Guid By, DateTimeOffset At);

public sealed record CaseApproved(int Revision, Guid SellerId, Guid By, DateTimeOffset At);

/// <summary>It is public without a moderator's eyes, as its section's mode allows.</summary>
public sealed record CasePassed(int Revision, Guid SellerId, DateTimeOffset At);

/// <param name="ReasonCode">One of <see cref="Deciding.RefusalReasons"/>.</param>
/// <param name="Words">The moderator's own words to the seller; empty when the reason says it all.</param>
/// <param name="Quote">What in the advert speaks for it, as its seller wrote it; may be empty.</param>
/// <param name="Photos">Of the advert, those that speak for it; <c>null</c> where none does.</param>
public sealed record CaseRefused(
    int Revision, Guid SellerId, Guid By, string ReasonCode, string Words, DateTimeOffset At, string Quote = "", IReadOnlyList<string>? Photos = null);

/// <summary>The seller is asked to correct it first, which does not speak against him.</summary>
/// <inheritdoc cref="CaseRefused"/>
/// <param name="Kind">Of the subject; <c>null</c> for an advert.</param>
public sealed record CaseReturned(
    int Revision, Guid SellerId, Guid By, string ReasonCode, string Words, DateTimeOffset At, string Quote = "", string? Kind = null,
    IReadOnlyList<string>? Photos = null);

/// <summary>It may be public, with something changed. What was hidden stands in an erasable <see cref="Correcting.ChangeCopy"/>.</summary>
/// <param name="From">The section it stood in.</param>
/// <param name="SectionId">The section it stands in; the same where it was not moved.</param>
/// <param name="Words">The moderator's own words to the seller; may be empty.</param>
/// <param name="Change">How often it was changed by now.</param>
public sealed record CaseChanged(
    int Revision, Guid SellerId, Guid By, int From, int SectionId, IReadOnlyList<TextPiece> HiddenInTitle, IReadOnlyList<TextPiece> HiddenInText, string Words,
    DateTimeOffset At, int Change = 1);

/// <summary>Readers have something against a subject that is public: it needs a moderator's eyes again.</summary>
/// <param name="Submission">The subject as it stands on the market.</param>
public sealed record CaseRaised(string SubjectKind, Guid SubjectId, Submission Submission, DateTimeOffset At);

/// <summary>Somebody reported the subject. What he wrote is in an erasable <see cref="Reporting.Report"/>.</summary>
/// <param name="By">The person; <c>null</c> for a visitor.</param>
/// <param name="ReasonCode">One of <see cref="Reporting.ReportReasons"/>.</param>
/// <param name="Revision">Of the subject, as he saw it.</param>
/// <param name="Standing">By his record at that moment.</param>
public sealed record Reported(
    Guid ReportId, Guid? By, string ReasonCode, int Revision, DateTimeOffset At, ReporterStanding Standing = ReporterStanding.Visitor);

/// <summary>Reports look as if they were arranged: moderators are warned, and these hide nothing.</summary>
/// <param name="Reports">Those of this case.</param>
public sealed record BrigadeSuspected(IReadOnlyList<BrigadeSign> Signs, IReadOnlyList<Guid> Reports, DateTimeOffset At);

/// <summary>The public subject is out of sight until a moderator has decided.</summary>
/// <param name="Hiding">How often it was hidden by now.</param>
/// <param name="Reasons">What those had against it who count: some of <see cref="Reporting.ReportReasons"/>.</param>
/// <param name="Weight">What their reports weigh together.</param>
public sealed record CaseHidden(
    int Revision, Guid SellerId, HiddenWhy Why, int Hiding, IReadOnlyList<string> Reasons, int Weight, DateTimeOffset At);

/// <summary>What was reported may stay where it is.</summary>
/// <param name="Kind">Of the subject; <c>null</c> for an advert.</param>
public sealed record CaseKept(int Revision, Guid SellerId, Guid By, DateTimeOffset At, string? Kind = null);

/// <summary>Whose subject it is was warned, limited or shut out for it: see <see cref="Sanctions.Sanctioned"/>. What was not removed before stays.</summary>
/// <param name="ReasonCode">One of <see cref="Deciding.RefusalReasons"/>.</param>
public sealed record CaseSanctioned(int Revision, Guid SellerId, Guid By, Guid SanctionId, SanctionKind Sanction, string ReasonCode, DateTimeOffset At);

/// <summary>The subject is taken off the market for good, unless an appeal brings it back.</summary>
/// <param name="ReasonCode">One of <see cref="Deciding.RefusalReasons"/>.</param>
/// <param name="Words">The moderator's own words to the seller; empty when the reason says it all.</param>
/// <param name="Removal">How often it was removed by now.</param>
/// <param name="Quote">What in the advert speaks for it, as its seller wrote it; may be empty.</param>
/// <param name="Kind">Of the subject; <c>null</c> for an advert.</param>
/// <param name="Parts">Of <see cref="SubjectParts"/>, what of it was taken down; <c>null</c> for all.</param>
/// <param name="Photos">Of the advert, those that speak for it; <c>null</c> where none does.</param>
public sealed record CaseRemoved(
    int Revision, Guid SellerId, Guid By, string ReasonCode, string Words, DateTimeOffset At, int Removal = 1, string Quote = "", string? Kind = null,
    IReadOnlyList<string>? Parts = null, IReadOnlyList<string>? Photos = null);

/// <summary>The seller asks that another moderator looks at a decision. What he wrote is in an erasable <see cref="Appeals.Appeal"/>.</summary>
/// <param name="Submission">The subject as it was judged.</param>
/// <param name="Against">Who decided.</param>
public sealed record DecisionAppealed(Guid DecisionId, Guid Against, string SubjectKind, Guid SubjectId, Submission Submission, DateTimeOffset At);

/// <summary>Another moderator came to the same decision.</summary>
/// <param name="Words">Why, to the seller.</param>
public sealed record DecisionUpheld(Guid DecisionId, Guid SellerId, Guid By, string Words, DateTimeOffset At);

/// <summary>The decision was wrong: the subject stands as if it had never been made.</summary>
/// <param name="Revision">Of the subject, as it was judged.</param>
/// <param name="Words">To the seller; may be empty.</param>
public sealed record DecisionOverturned(Guid DecisionId, int Revision, Guid SellerId, Guid By, string Words, DateTimeOffset At);

/// <summary>The subject was taken back before anybody decided, or its owner is gone.</summary>
/// <param name="Why">How its life on the market ended, or <see cref="Erased"/>.</param>
public sealed record CaseClosed(string Why, DateTimeOffset At)
{
    public const string Erased = nameof(Erased);
}
