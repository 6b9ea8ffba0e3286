using Marten;
using Souq.Kernel;
using Souq.Moderation.Contracts;
using Souq.Moderation.Deciding;
using Souq.Moderation.Reporting;
using Souq.Moderation.Reporting.Hiding;
using Souq.Moderation.Sanctions;
using Souq.Moderation.Staff;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Moderation.Subjects;

/// <summary>What somebody wrote or shows is answered with a decision about himself, besides that it is taken down or instead.</summary>
/// <param name="Revision">What the moderator saw.</param>
/// <param name="SanctionId">Made where the form was read: what is carried out twice is one decision.</param>
/// <param name="TakeDown">It goes too.</param>
/// <param name="Acts">What he may not do, where he is limited.</param>
/// <param name="Days">For how long; none for a warning or a ban.</param>
/// <param name="ReasonCode">One of <see cref="RefusalReasons.OfOthers"/>.</param>
public sealed record ActOnOwner(
    Guid CaseId, int Revision, Guid By, Guid SanctionId, bool TakeDown, SanctionKind Sanction, IReadOnlyList<LimitedAct> Acts, int? Days, string? ReasonCode,
    string? Words, string? Quote = null, IReadOnlyList<string>? Parts = null) : ICaseAct
{
    // Words to a person do not belong in a log.
    public override string ToString() => $"ActOnOwner {CaseId} revision {Revision}: {Sanction} {ReasonCode}";
}

public static class ActOnOwnerHandler
{
    /// <summary>Of a decision about a person, what says the same.</summary>
    private static readonly Dictionary<string, string> Meaning = new()
    {
        ["abuse"] = "abuse",
        ["deceit"] = "fraud",
        ["impersonation"] = "fraud",
        ["spam"] = "spam",
        ["illegal"] = "forbidden",
    };

    /// <summary>Both decisions are one transaction.</summary>
    public static async Task<(Events, OutgoingMessages)> Handle(
        ActOnOwner command, [WriteModel] Case current, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var sanctioned = Decide(current, command, time.GetUtcNow());
        var (events, messages) = command.TakeDown
            ? RemoveCaseHandler.Handle(new RemoveCase(command.CaseId, command.Revision, command.By, command.ReasonCode, command.Words, command.Quote, command.Parts), current, time)
            : ([], [.. ReportMail.Acted(current), .. ReportMail.Agreed(current, sanctioned.At), .. HideReported.ShownAgain(current, sanctioned.At)]);
        events.Add(sanctioned);
        messages.AddRange(await SanctionPersonHandler.Handle(Sentence(command, current), session, time, cancellation));
        return (events, messages);
    }

    public static CaseSanctioned Decide(Case current, ActOnOwner command, DateTimeOffset now)
    {
        if (current.IsAdvert()) throw new RefusedException(CaseRules.Clash);
        current.MustBeDecidableBy(command.By, command.Revision, now, raised: true);
        var (reason, _, _) = RefusalReasons.Read(command.ReasonCode, command.Words, command.Quote, current.SubjectKind);
        return new(current.Revision, current.SellerId, command.By, command.SanctionId, command.Sanction, reason, now);
    }

    private static SanctionPerson Sentence(ActOnOwner command, Case current) => new(
        command.SanctionId, current.SellerId, command.By, Senior: true, Seen: null, command.Sanction, command.Acts, command.Days,
        Meaning.GetValueOrDefault(command.ReasonCode ?? "", SanctionReasons.Other), command.Words, current.Id);
}
