using Marten;
using Souq.Kernel;
using Souq.Moderation.Appeals;
using Souq.Moderation.Opening;
using Souq.Moderation.Subjects;
using Wolverine;

namespace Souq.Moderation.Sanctions;

/// <summary>An appeal against a decision about a person is a case like others, whose subject is that decision.</summary>
public static class SanctionAppeals
{
    public static Guid CaseOf(Guid sanctionId) => Case.IdOf(SubjectKinds.Sanction, sanctionId);

    /// <summary>Its case begins with it. There is no section: it is for seniors, who have them all.</summary>
    public static DecisionAppealed Open(Guid personId, Imposed sanction, DateTimeOffset at) => new(
        sanction.Id, sanction.By, SubjectKinds.Sanction, sanction.Id,
        new Submission(1, SubjectNumber.Of(sanction.Id), personId, 0, 0, new Price(PriceType.OnRequest, null), [Signals.Appealed]), at);

    internal static async Task Raise(Guid personId, Imposed sanction, DateTimeOffset at, IDocumentSession session, CancellationToken cancellation)
    {
        var stream = await session.Events.FetchForWriting<Case>(CaseOf(sanction.Id), cancellation);
        if (stream.Aggregate is null) stream.AppendOne(Open(personId, sanction, at));
    }

    /// <summary>Writes the answer of a case into the person's file.</summary>
    internal static async Task<OutgoingMessages> Answer(Case current, Guid by, bool lift, string words, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var stream = await session.Events.FetchForWriting<PersonFile>(PersonFile.IdOf(current.SellerId), cancellation);
        var answer = new AnswerSanction(current.SellerId, current.SubjectId, by, Senior: true, lift, words);
        var (events, messages) = await AnswerSanctionHandler.Carry(answer, stream.Aggregate, session, time, cancellation);
        stream.AppendMany(events);
        return messages;
    }

    /// <summary>Writes an answer that came without the case into the case.</summary>
    /// <exception cref="RefusedException">Somebody else has the case in hand.</exception>
    internal static async Task Settle(AnswerSanction answer, IDocumentSession session, DateTimeOffset now, CancellationToken cancellation)
    {
        var stream = await session.Events.FetchForWriting<Case>(CaseOf(answer.SanctionId), cancellation);
        if (stream.Aggregate is not { State: CaseState.Waiting } current) return;
        stream.AppendOne(answer.Lift
            ? OverturnDecisionHandler.Decide(current, new OverturnDecision(current.Id, current.Revision, answer.By, answer.Words), now)
            : UpholdDecisionHandler.Decide(current, new UpholdDecision(current.Id, current.Revision, answer.By, answer.Words), now));
    }
}
