using Souq.Moderation.Contracts;

namespace Souq.Accounts.Trust;

/// <summary>What an advert tells of its seller. One for each, so that what is told twice, or in another order, counts once and rightly.</summary>
/// <param name="Id">The listing's.</param>
/// <param name="Verdict">The last one; <c>null</c> before the first.</param>
public sealed record AdvertRecord(Guid Id, Guid PersonId, Outcome? Verdict = null, DateTimeOffset VerdictAt = default, bool Sold = false)
{
    public static AdvertRecord Of(CaseDecided fact, AdvertRecord? before) => before is null
        ? new AdvertRecord(fact.SubjectId, fact.SellerId, fact.Outcome, fact.At)
        : fact.At > before.VerdictAt ? before with { Verdict = fact.Outcome, VerdictAt = fact.At } : before;
}

/// <summary>
/// The same of a message, a store or a name: that it had to be taken down tells something of whose it is, that it may stay tells nothing.
/// </summary>
/// <param name="Id">The case's.</param>
/// <param name="DownAt">When it was taken down; <c>null</c> where that was found to be wrong.</param>
/// <param name="At">Of the last decision.</param>
public sealed record SubjectRecord(Guid Id, Guid PersonId, DateTimeOffset? DownAt, DateTimeOffset At)
{
    /// <summary><c>null</c> where nothing new is known.</summary>
    public static SubjectRecord? Of(CaseDecided fact, SubjectRecord? before) =>
        fact.At <= before?.At ? null
        : fact.Outcome == Outcome.Removed ? new(fact.CaseId, fact.SellerId, fact.At, fact.At)
        : fact.Outcome == Outcome.Restored && before?.DownAt is not null ? before with { DownAt = null, At = fact.At }
        : null;
}

/// <summary>Moderators agreed with what he reported.</summary>
/// <param name="Id">The report's.</param>
public sealed record UpheldReport(Guid Id, Guid PersonId);

/// <summary>A conversation in which the seller has answered the buyer.</summary>
/// <param name="Id">The conversation's.</param>
public sealed record AnsweredTalk(Guid Id, Guid PersonId);
