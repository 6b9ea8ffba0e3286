using Marten;
using Souq.Moderation.Contracts;

namespace Souq.Accounts.Judged;

/// <summary>What reports do to a store's face or a name until a moderator has looked.</summary>
/// <param name="Id">The case's.</param>
/// <param name="IsHidden">What is gone is gone by that, and not by a decision.</param>
/// <param name="ShownAt">When a moderator last left it where it is: an older order to hide it is void.</param>
public sealed record KeptOut(Guid Id, bool IsHidden, DateTimeOffset? ShownAt = null)
{
    /// <summary>What is hidden already, or was looked at since, is not hidden by this order.</summary>
    public static bool IsVoid(KeptOut? known, SubjectHidden order) => known is { IsHidden: true } || order.At <= known?.ShownAt;

    /// <summary>A moderator has taken it down: it is not for reports any more that nobody sees it.</summary>
    /// <returns>True when it was.</returns>
    public static async Task<bool> Decided(CaseDecided fact, IDocumentSession session, CancellationToken cancellation)
    {
        if (fact.Outcome != Outcome.Removed || await session.LoadAsync<KeptOut>(fact.CaseId, cancellation) is not { IsHidden: true } known) return false;
        session.Store(known with { IsHidden = false });
        return true;
    }
}
