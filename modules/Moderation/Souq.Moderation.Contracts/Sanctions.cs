namespace Souq.Moderation.Contracts;

/// <summary>What can be decided about a person, the mildest first.</summary>
public enum SanctionKind { Warning, Limit, Suspension, Ban }

/// <summary>What a person may not do while he is limited.</summary>
public enum LimitedAct { Publishing, Messaging, PhoneReveals }

/// <summary>A decision about a person, which holds from now on. The words to him stay in Moderation.</summary>
/// <param name="Acts">Of a <see cref="SanctionKind.Limit"/>; empty for others.</param>
/// <param name="Until">When it ends by itself; <c>null</c> where it does not.</param>
public sealed record PersonSanctioned(
    Guid PersonId, Guid SanctionId, SanctionKind Kind, IReadOnlyList<LimitedAct> Acts, DateTimeOffset? Until, DateTimeOffset At)
{
    /// <summary>He can do nothing, and what he offers is not on the market.</summary>
    public bool ShutsOut => Kind is SanctionKind.Suspension or SanctionKind.Ban;
}

/// <summary>It holds no longer: its time is over, or it was taken back. May come before the word that it began.</summary>
public sealed record SanctionEnded(Guid PersonId, Guid SanctionId, DateTimeOffset At);
