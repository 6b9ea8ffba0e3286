using Souq.Moderation.Contracts;

namespace Souq.Accounts.Sanctions;

/// <summary>A decision about a person that holds.</summary>
/// <param name="Until">When it ends by itself; <c>null</c> where it does not.</param>
public sealed record HeldSanction(Guid Id, SanctionKind Kind, IReadOnlyList<LimitedAct> Acts, DateTimeOffset? Until)
{
    public bool HoldsAt(DateTimeOffset now) => Until is null || now < Until;
}

public static class SanctionsOfMembers
{
    /// <summary>For ever, in a document that knows only a moment.</summary>
    public static readonly DateTimeOffset Ever = DateTimeOffset.MaxValue;

    /// <summary>Until when he may not do this; <c>null</c> when he may.</summary>
    public static DateTimeOffset? StoppedUntil(this Membership membership, LimitedAct act, DateTimeOffset now) => membership.Sanctions
        .Where(s => s.HoldsAt(now) && s.Acts.Contains(act)).Select(s => s.Until ?? Ever).DefaultIfEmpty().Max() is var until && until == default ? null : until;

    /// <summary>Until when he is shut out; <c>null</c> when he is not, or the moment lies behind.</summary>
    public static DateTimeOffset? ShutUntil(this Membership membership) => membership.Sanctions
        .Where(s => s.Kind is SanctionKind.Suspension or SanctionKind.Ban).Select(s => s.Until ?? Ever).DefaultIfEmpty().Max() is var until && until == default ? null : until;
}
