namespace Souq.Moderation.Contracts;

/// <summary>A public subject is out of sight until a moderator has looked: what is said against it weighs too much to wait.</summary>
public sealed record SubjectHidden(Guid CaseId, string SubjectKind, Guid SubjectId, DateTimeOffset At);

/// <summary>A moderator has looked at a hidden subject, and it may be seen again. An order to hide it that is older is void.</summary>
public sealed record SubjectShown(Guid CaseId, string SubjectKind, Guid SubjectId, DateTimeOffset At);
