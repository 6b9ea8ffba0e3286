using Souq.Moderation.Contracts;
using Souq.Moderation.Letters;
using Souq.Moderation.Reporting;
using Souq.Moderation.Reporting.Hiding;
using Souq.Moderation.Staff;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Moderation.Deciding;

/// <summary>The subject may go on the market.</summary>
/// <param name="Revision">What the moderator saw.</param>
public sealed record ApproveCase(Guid CaseId, int Revision, Guid By) : ICaseAct;

public static class ApproveCaseHandler
{
    public static (Events, OutgoingMessages) Handle(ApproveCase command, [WriteModel] Case current, TimeProvider time)
    {
        var approved = Decide(current, command, time.GetUtcNow());
        return ([approved],
        [
            current.Decided(Outcome.Approved, approved.At),
            DecisionMail.Approved(current.Id, approved),
            .. ReportMail.Kept(current),
            .. HideReported.ShownAgain(current, approved.At),
        ]);
    }

    public static CaseApproved Decide(Case current, ApproveCase command, DateTimeOffset now)
    {
        current.MustBeDecidableBy(command.By, command.Revision, now);
        return new CaseApproved(current.Revision, current.SellerId, command.By, now);
    }
}
