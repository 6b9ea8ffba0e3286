using Marten;
using Souq.Catalog.Contracts;
using Souq.Moderation.Appeals;
using Souq.Moderation.Correcting;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;
using Souq.Moderation.Queue;
using Souq.Moderation.Sanctions;
using Souq.Moderation.Subjects;
using Wolverine;
using Wolverine.Marten;

namespace Souq.Moderation.Undoing;

/// <summary>The decisions that can be taken back. A new one is a line in each list here.</summary>
public static class Undoable
{
    // Written down for some seconds: what is on its way when the market is renewed still carries the old name.
    private static readonly Dictionary<string, Type> Names = new()
    {
        ["approve"] = typeof(ApproveCase),
        ["refuse"] = typeof(RefuseCase),
        ["return"] = typeof(ReturnCase),
        ["change"] = typeof(ChangeCase),
        ["keep"] = typeof(KeepCase),
        ["remove"] = typeof(RemoveCase),
        ["act"] = typeof(ActOnOwner),
        ["uphold"] = typeof(UpholdDecision),
        ["overturn"] = typeof(OverturnDecision),
    };

    private static readonly Dictionary<string, Type> NamesOfPeople = new()
    {
        ["sanction"] = typeof(SanctionPerson),
        ["answer"] = typeof(AnswerSanction),
    };

    /// <summary>About cases.</summary>
    public static IEnumerable<Type> All => Names.Values;

    /// <summary>About people.</summary>
    public static IEnumerable<Type> AllOfPeople => NamesOfPeople.Values;

    public static bool Knows(object decision) => Names.ContainsValue(decision.GetType());

    public static string NameOf(object decision) => Names.Concat(NamesOfPeople).First(n => n.Value == decision.GetType()).Key;

    public static Type? TypeOf(string name) => Names.GetValueOrDefault(name) ?? NamesOfPeople.GetValueOrDefault(name);

    public static bool IsAboutPerson(string name) => NamesOfPeople.ContainsKey(name);

    /// <summary>What follows from a decision, as its own handler says it.</summary>
    public static async Task<(Events Events, OutgoingMessages Messages)> Carry(
        object decision, Case current, IDocumentSession session, ICatalog catalog, TimeProvider time, CancellationToken cancellation) => decision switch
        {
            ApproveCase approve => ApproveCaseHandler.Handle(approve, current, time),
            RefuseCase refuse => RefuseCaseHandler.Handle(refuse, current, time),
            ReturnCase back => ReturnCaseHandler.Handle(back, current, time),
            ChangeCase change => await Change(change, current, session, catalog, time, cancellation),
            KeepCase keep => KeepCaseHandler.Handle(keep, current, time),
            ActOnOwner act => await ActOnOwnerHandler.Handle(act, current, session, time, cancellation),
            RemoveCase remove => RemoveCaseHandler.Handle(remove, current, time),
            UpholdDecision uphold => await UpholdDecisionHandler.Handle(uphold, current, session, time, cancellation),
            OverturnDecision overturn => await OverturnDecisionHandler.Handle(overturn, current, session, time, cancellation),
            _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, null),
        };

    /// <inheritdoc cref="Carry(object, Case, IDocumentSession, ICatalog, TimeProvider, CancellationToken)"/>
    public static Task<(Events Events, OutgoingMessages Messages)> Carry(
        object decision, PersonFile? file, IDocumentSession session, TimeProvider time, CancellationToken cancellation) => decision switch
        {
            SanctionPerson sanction => SanctionPersonHandler.Carry(sanction, file, session, time, cancellation),
            AnswerSanction answer => AnswerSanctionHandler.Carry(answer, file, session, time, cancellation),
            _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, null),
        };

    private static async Task<(Events, OutgoingMessages)> Change(
        ChangeCase change, Case current, IDocumentSession session, ICatalog catalog, TimeProvider time, CancellationToken cancellation)
    {
        var (subject, waiting) = (await session.LoadAsync<CaseSubject>(change.CaseId, cancellation), await session.LoadAsync<QueueItem>(change.CaseId, cancellation));
        var (events, copies, messages) = ChangeCaseHandler.Handle(change, current, subject, waiting, catalog, time);
        foreach (var copy in copies) copy.Execute(session);
        return (events, messages);
    }
}
