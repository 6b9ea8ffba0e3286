using Souq.Kernel;
using Souq.Moderation.Contracts;
using Souq.Moderation.Deciding;
using Souq.Moderation.Reporting;
using Souq.Moderation.Staff;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Moderation.Correcting;

/// <summary>The seller is asked to correct the subject; it does not count as a refusal.</summary>
/// <param name="Revision">What the moderator saw.</param>
/// <param name="ReasonCode">One of <see cref="RefusalReasons"/>.</param>
/// <param name="Words">To the seller, in the moderator's own words; may be empty, except where the reason asks for them.</param>
/// <param name="Quote">What in the advert speaks for it; may be empty.</param>
/// <param name="Photos">Of the advert, those that speak for it.</param>
public sealed record ReturnCase(
    Guid CaseId, int Revision, Guid By, string? ReasonCode, string? Words, string? Quote = null, IReadOnlyList<string>? Photos = null) : ICaseAct
{
    // Words to a person do not belong in a log.
    public override string ToString() => $"ReturnCase {CaseId} revision {Revision}: {ReasonCode}";
}

public static class ReturnCaseHandler
{
    public static (Events, OutgoingMessages) Handle(ReturnCase command, [WriteModel] Case current, TimeProvider time)
    {
        var returned = Decide(current, command, time.GetUtcNow());
        return ([returned],
        [
            current.Decided(Outcome.Returned, returned.At, returned.ReasonCode),
            CorrectingMail.Returned(current.Id, returned),
            .. current.IsAdvert() ? ReportMail.Kept(current) : ReportMail.Acted(current),
            .. current.IsAdvert() ? [] : ReportMail.Agreed(current, returned.At),
            .. KeepEvidence.Of(Decision.IdOf(current.Id, returned.Revision), returned.Photos),
        ]);
    }

    public static CaseReturned Decide(Case current, ReturnCase command, DateTimeOffset now)
    {
        if (!Reportable.CanBeMended(current.SubjectKind)) throw new RefusedException(CaseRules.Clash);
        current.MustBeDecidableBy(command.By, command.Revision, now, raised: !current.IsAdvert());
        var (reason, words, quote) = RefusalReasons.Read(command.ReasonCode, command.Words, command.Quote, current.SubjectKind);
        return new CaseReturned(current.Revision, current.SellerId, command.By, reason, words, now, quote, current.KindInEvents(), PhotoEvidence.Read(current, command.Photos));
    }
}
