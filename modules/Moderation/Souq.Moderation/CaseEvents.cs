using Souq.Kernel;

namespace Souq.Moderation;

/// <summary>A subject as it was handed in. Its title is not here: a title nobody has looked at may hold a phone number.</summary>
/// <param name="Number">The short public number.</param>
/// <param name="CommuneCode">ONS code.</param>
/// <param name="Why">Codes of the signals that brought it here, most telling first.</param>
public sealed record Submission(
    int Revision, long Number, Guid SellerId, int SectionId, int CommuneCode, Price Price, IReadOnlyList<string> Why,
    IReadOnlyList<long>? Alike = null);

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

/// <param name="ReasonCode">One of <see cref="Deciding.RefusalReasons"/>.</param>
/// <param name="Words">The moderator's own words to the seller; empty when the reason says it all.</param>
public sealed record CaseRefused(int Revision, Guid SellerId, Guid By, string ReasonCode, string Words, DateTimeOffset At);

/// <summary>Readers have something against a subject that is public: it needs a moderator's eyes again.</summary>
/// <param name="Submission">The subject as it stands on the market.</param>
public sealed record CaseRaised(string SubjectKind, Guid SubjectId, Submission Submission, DateTimeOffset At);

/// <summary>Somebody reported the subject. What he wrote is in an erasable <see cref="Reporting.Report"/>.</summary>
/// <param name="By">The person; <c>null</c> for a visitor.</param>
/// <param name="ReasonCode">One of <see cref="Reporting.ReportReasons"/>.</param>
/// <param name="Revision">Of the subject, as he saw it.</param>
public sealed record Reported(Guid ReportId, Guid? By, string ReasonCode, int Revision, DateTimeOffset At);

/// <summary>What was reported may stay where it is.</summary>
public sealed record CaseKept(int Revision, Guid SellerId, Guid By, DateTimeOffset At);

/// <summary>The subject is taken off the market for good.</summary>
/// <param name="ReasonCode">One of <see cref="Deciding.RefusalReasons"/>.</param>
/// <param name="Words">The moderator's own words to the seller; empty when the reason says it all.</param>
public sealed record CaseRemoved(int Revision, Guid SellerId, Guid By, string ReasonCode, string Words, DateTimeOffset At);

/// <summary>The subject was taken back before anybody decided.</summary>
public sealed record CaseClosed(string Why, DateTimeOffset At);
