using Souq.Moderation.Contracts;

namespace Souq.Moderation.Sanctions;

/// <summary>A moderator decided something about a person. What he wrote is in erasable <see cref="SanctionWords"/>.</summary>
/// <param name="Acts">What the person may not do, where he is limited.</param>
/// <param name="Until">When it ends by itself; <c>null</c> where it does not.</param>
/// <param name="ReasonCode">One of <see cref="SanctionReasons"/>.</param>
/// <param name="CaseId">By which it was decided; <c>null</c> where it was by looking at the person.</param>
public sealed record Sanctioned(
    Guid SanctionId, Guid PersonId, Guid By, SanctionKind Kind, IReadOnlyList<LimitedAct> Acts, DateTimeOffset? Until, string ReasonCode, DateTimeOffset At,
    Guid? CaseId = null);

/// <summary>The person asks that another moderator looks at it.</summary>
public sealed record SanctionAppealed(Guid SanctionId, DateTimeOffset At);

/// <summary>Another moderator came to the same decision.</summary>
public sealed record SanctionUpheld(Guid SanctionId, Guid By, DateTimeOffset At);

/// <summary>It is taken back: all is as if it had never been made.</summary>
public sealed record SanctionLifted(Guid SanctionId, Guid By, DateTimeOffset At);

/// <summary>Its time is over.</summary>
public sealed record SanctionRanOut(Guid SanctionId, DateTimeOffset At);

/// <summary>A moderator has decided about the person; it takes effect when he does not take it back.</summary>
/// <param name="What">Name of the decision, one of <see cref="Undoing.Undoable"/>. What he wrote is in an erasable <see cref="Undoing.Intention"/>.</param>
public sealed record SanctionIntended(Guid IntentId, Guid PersonId, Guid By, string What, DateTimeOffset Until, DateTimeOffset At);

/// <summary>He took it back.</summary>
public sealed record SanctionUndone(Guid IntentId, Guid By, DateTimeOffset At);

/// <summary>He did not: what follows says what he had decided.</summary>
public sealed record SanctionTookEffect(Guid IntentId, DateTimeOffset At);

/// <summary>What happened meanwhile stood in its way.</summary>
/// <param name="Why">Key of the refusal.</param>
public sealed record SanctionLapsed(Guid IntentId, Guid By, string Why, DateTimeOffset At);

/// <summary>He has erased his account: nothing holds him any more, and no appeal of his waits.</summary>
public sealed record PersonLeft(DateTimeOffset At);
