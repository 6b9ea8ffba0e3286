using Souq.Moderation.Contracts;
using Souq.Moderation.Letters.Gathering;
using Souq.Moderation.Reporting;
using Souq.Moderation.Staff;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Moderation.Deciding;

/// <summary>The subject goes back to its seller.</summary>
/// <param name="Revision">What the moderator saw.</param>
/// <param name="ReasonCode">One of <see cref="RefusalReasons"/>.</param>
/// <param name="Words">To the seller, in the moderator's own words; may be empty, except where the reason asks for them.</param>
/// <param name="Quote">What in the advert speaks for it; may be empty.</param>
/// <param name="Photos">Of the advert, those that speak for it.</param>
public sealed record RefuseCase(
    Guid CaseId, int Revision, Guid By, string? ReasonCode, string? Words, string? Quote = null, IReadOnlyList<string>? Photos = null) : ICaseAct
{
    public const int MostWords = 1000;

    // Words to a person do not belong in a log.
    public override string ToString() => $"RefuseCase {CaseId} revision {Revision}: {ReasonCode}";
}

public static class RefuseCaseHandler
{
    public static (Events, OutgoingMessages) Handle(RefuseCase command, [WriteModel] Case current, TimeProvider time)
    {
        var refused = Decide(current, command, time.GetUtcNow());
        return ([refused],
        [
            current.Decided(Outcome.Refused, refused.At, refused.ReasonCode),
            TellRefusal.Of(current.Id, refused),
            .. ReportMail.Refused(current),
            .. KeepEvidence.Of(Decision.IdOf(current.Id, refused.Revision), refused.Photos),
        ]);
    }

    public static CaseRefused Decide(Case current, RefuseCase command, DateTimeOffset now)
    {
        current.MustBeDecidableBy(command.By, command.Revision, now);
        var (reason, words, quote) = RefusalReasons.Read(command.ReasonCode, command.Words, command.Quote);
        return new CaseRefused(current.Revision, current.SellerId, command.By, reason, words, now, quote, PhotoEvidence.Read(current, command.Photos));
    }
}
