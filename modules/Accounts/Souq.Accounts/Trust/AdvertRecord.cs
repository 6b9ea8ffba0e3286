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

/// <summary>A conversation in which the seller has answered the buyer.</summary>
/// <param name="Id">The conversation's.</param>
public sealed record AnsweredTalk(Guid Id, Guid PersonId);
