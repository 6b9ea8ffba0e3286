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

namespace Souq.Moderation.Appeals;

/// <summary>Another moderator comes to the same decision, and says why.</summary>
/// <param name="Revision">What he saw.</param>
public sealed record UpholdDecision(Guid CaseId, int Revision, Guid By, string? Words) : ICaseAct
{
    // Words to a person do not belong in a log.
    public override string ToString() => $"UpholdDecision {CaseId} revision {Revision}";
}

/// <summary>Another moderator finds that the decision was wrong: all is as if it had never been made.</summary>
/// <param name="Revision">What he saw.</param>
public sealed record OverturnDecision(Guid CaseId, int Revision, Guid By, string? Words = null) : ICaseAct
{
    public override string ToString() => $"OverturnDecision {CaseId} revision {Revision}";
}

public static class UpholdDecisionHandler
{
    public static async Task<(Events, OutgoingMessages)> Handle(
        UpholdDecision command, [WriteModel] Case current, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var upheld = Decide(current, command, time.GetUtcNow());
        if (current.IsSanction()) return ([upheld], await SanctionAppeals.Answer(current, upheld.By, lift: false, upheld.Words, session, time, cancellation));
        await session.Answer(upheld.DecisionId, new AppealAnswer(false, upheld.Words, upheld.At), cancellation);
        return ([upheld], [AppealMail.Of(upheld.SellerId, upheld.DecisionId), .. ReportMail.Kept(current)]);
    }

    public static DecisionUpheld Decide(Case current, UpholdDecision command, DateTimeOffset now)
    {
        current.MustBeDecidableBy(command.By, command.Revision, now, appealed: true);
        var words = Answering.Words(command.Words);
        if (words.Length == 0) throw new RefusedException("Appeal.SayWhy", "Words");
        return new DecisionUpheld(Decision.IdOfRuling(current)!.Value, current.SellerId, command.By, words, now);
    }
}

public static class OverturnDecisionHandler
{
    public static async Task<(Events, OutgoingMessages)> Handle(
        OverturnDecision command, [WriteModel] Case current, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var overturned = Decide(current, command, time.GetUtcNow());
        if (current.IsSanction()) return ([overturned], await SanctionAppeals.Answer(current, overturned.By, lift: true, overturned.Words, session, time, cancellation));
        await session.Answer(overturned.DecisionId, new AppealAnswer(true, overturned.Words, overturned.At), cancellation);
        return ([overturned],
        [
            current.Decided(Outcome.Restored, overturned.At) with { Revision = overturned.Revision },
            AppealMail.Of(overturned.SellerId, overturned.DecisionId),
            .. ReportMail.Kept(current),
            .. HideReported.ShownAgain(current, overturned.At),
        ]);
    }

    public static DecisionOverturned Decide(Case current, OverturnDecision command, DateTimeOffset now)
    {
        current.MustBeDecidableBy(command.By, command.Revision, now, appealed: true);
        return new DecisionOverturned(Decision.IdOfRuling(current)!.Value, current.Ruling!.Revision, current.SellerId, command.By, Answering.Words(command.Words), now);
    }
}

internal static class Answering
{
    public static async Task Answer(this IDocumentSession session, Guid decision, AppealAnswer answer, CancellationToken cancellation)
    {
        if (await session.LoadAsync<Appeal>(decision, cancellation) is { } appeal) session.Store(appeal with { Answer = answer });
    }

    /// <exception cref="RefusedException">They are too many.</exception>
    public static string Words(string? words) => words?.Trim() is not { } said ? ""
        : said.Length <= RefuseCase.MostWords ? said : throw new RefusedException("Refuse.WordsTooLong", "Words", RefuseCase.MostWords);
}
