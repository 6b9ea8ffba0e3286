using Marten;
using Souq.Moderation.Contracts;

namespace Souq.Accounts.Judged;

/// <summary>Trusted readers reported a name: its person is called by nothing until a moderator has looked.</summary>
public static class HideNameHandler
{
    public static async Task Handle(SubjectHidden order, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        if (order.SubjectKind != Reportable.Profile || KeptOut.IsVoid(await session.LoadAsync<KeptOut>(order.CaseId, cancellation), order)) return;
        if (await session.LoadAsync<Person>(order.SubjectId, cancellation) is not { } person || NameJudgedHandler.IsNobody(person.Name)) return;
        session.Store(new KeptOut(order.CaseId, IsHidden: true));
        session.Store(new TakenName(person.Id, person.Name));
        NameJudgedHandler.Call(person, NameJudgedHandler.Nobody, session, time);
    }

    public static async Task Handle(SubjectShown fact, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        if (fact.SubjectKind != Reportable.Profile) return;
        var known = await session.LoadAsync<KeptOut>(fact.CaseId, cancellation);
        session.Store(new KeptOut(fact.CaseId, IsHidden: false, fact.At));
        if (known is not { IsHidden: true } || await session.LoadAsync<TakenName>(fact.SubjectId, cancellation) is not { } taken
            || await session.LoadAsync<Person>(fact.SubjectId, cancellation) is not { } person) return;
        session.Delete<TakenName>(person.Id);
        // Who has chosen another meanwhile keeps it.
        if (NameJudgedHandler.IsNobody(person.Name)) NameJudgedHandler.Call(person, taken.Name, session, time);
    }
}
