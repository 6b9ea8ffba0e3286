using Souq.Moderation.Reporting;
using Souq.Moderation.Reporting.Hiding;
using Souq.Moderation.Staff;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Moderation.Deciding;

/// <summary>What was reported may stay on the market. Nothing changes there, so nobody but the reporters is told; where it was hidden, it is seen again.</summary>
/// <param name="Revision">What the moderator saw.</param>
public sealed record KeepCase(Guid CaseId, int Revision, Guid By) : ICaseAct;

public static class KeepCaseHandler
{
    public static (Events, OutgoingMessages) Handle(KeepCase command, [WriteModel] Case current, TimeProvider time)
    {
        var kept = Decide(current, command, time.GetUtcNow());
        return ([kept], [.. ReportMail.Kept(current), .. HideReported.ShownAgain(current, kept.At)]);
    }

    public static CaseKept Decide(Case current, KeepCase command, DateTimeOffset now)
    {
        current.MustBeDecidableBy(command.By, command.Revision, now, raised: true);
        return new CaseKept(current.Revision, current.SellerId, command.By, now, current.KindInEvents());
    }
}
