using Souq.Moderation.Contracts;

namespace Souq.Moderation.Sanctions;

/// <summary>A moderator decided something about a person. What he wrote is in erasable <see cref="SanctionWords"/>.</summary>
/// <param name="Acts">What the person may not do, where he is limited.</param>
/// <param name="Until">When it ends by itself; <c>null</c> where it does not.</param>
/// <param name="ReasonCode">One of <see cref="SanctionReasons"/>.</param>
public sealed record Sanctioned(
    Guid SanctionId, Guid PersonId, Guid By, SanctionKind Kind, IReadOnlyList<LimitedAct> Acts, DateTimeOffset? Until, string ReasonCode, DateTimeOffset At);

/// <summary>The person asks that another moderator looks at it.</summary>
public sealed record SanctionAppealed(Guid SanctionId, DateTimeOffset At);

/// <summary>Another moderator came to the same decision.</summary>
public sealed record SanctionUpheld(Guid SanctionId, Guid By, DateTimeOffset At);

/// <summary>It is taken back: all is as if it had never been made.</summary>
public sealed record SanctionLifted(Guid SanctionId, Guid By, DateTimeOffset At);

/// <summary>Its time is over.</summary>
public sealed record SanctionRanOut(Guid SanctionId, DateTimeOffset At);
