using Souq.Moderation.Contracts;

namespace Souq.Moderation.Deciding;

/// <summary>What the rest of the market hears of a decision.</summary>
public static class DecidedFact
{
    /// <param name="current">As it was judged.</param>
    public static CaseDecided Decided(this Case current, Outcome outcome, DateTimeOffset at, string? reason = null) =>
        new(current.Id, current.SubjectKind, current.SubjectId, current.Revision, outcome, reason, at, current.SellerId);
}
