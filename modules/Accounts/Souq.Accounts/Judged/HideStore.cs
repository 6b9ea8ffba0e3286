using Marten;
using Souq.Accounts.Stores;
using Souq.Moderation.Contracts;
using Wolverine;

namespace Souq.Accounts.Judged;

/// <summary>Trusted readers reported a store: its face is bare until a moderator has looked. Its adverts stay.</summary>
public static class HideStoreHandler
{
    public static async Task<OutgoingMessages> Handle(SubjectHidden order, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        if (order.SubjectKind != Reportable.Store || KeptOut.IsVoid(await session.LoadAsync<KeptOut>(order.CaseId, cancellation), order)) return [];
        var change = await StoreChange.Begin(order.SubjectId, session, time, cancellation);
        // Of which something is taken down waits as it is: what comes back must be what was hidden.
        if (change.Store is not { TakenDown: null, ErasedAt: null } store) return [];
        session.Store(new KeptOut(order.CaseId, IsHidden: true));
        return await change.With(StoreJudgedHandler.Bare(store, parts: null, change.Sign, change.Now));
    }

    public static async Task<OutgoingMessages> Handle(SubjectShown fact, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        if (fact.SubjectKind != Reportable.Store) return [];
        var known = await session.LoadAsync<KeptOut>(fact.CaseId, cancellation);
        session.Store(new KeptOut(fact.CaseId, IsHidden: false, fact.At));
        if (known is not { IsHidden: true }) return [];
        var change = await StoreChange.Begin(fact.SubjectId, session, time, cancellation);
        return change.Store is { TakenDown: not null, ErasedAt: null } ? await change.With(new StorePutBack(change.Now)) : [];
    }
}
