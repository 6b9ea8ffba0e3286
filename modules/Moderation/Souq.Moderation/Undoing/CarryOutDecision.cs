using Marten;
using Souq.Catalog.Contracts;
using Souq.Moderation.Sanctions;
using Wolverine;

namespace Souq.Moderation.Undoing;

/// <summary>The time to take a decision back is over.</summary>
public sealed record CarryOutDecision(Guid CaseId, Guid IntentId);

/// <summary>The decision, or that it was taken back, is the next event of the case: one of the two.</summary>
public static class CarryOutDecisionHandler
{
    public static Task<OutgoingMessages> Handle(CarryOutDecision message, IDocumentSession session, ICatalog catalog, TimeProvider time, CancellationToken cancellation) =>
        Due.Carry<Case>(
            message.CaseId, message.IntentId, message, session, time.GetUtcNow(),
            (decision, current) => Undoable.Carry(decision, current with { Intent = null }, session, catalog, time, cancellation),
            (intent, why, now) => new DecisionLapsed(intent.Id, intent.By, why, now), cancellation);
}

/// <summary>Once a minute, for what got lost on its way: no decision hangs in the air.</summary>
public sealed record CarryOutDueDecisions(DateTimeOffset At);

public static class CarryOutDueDecisionsHandler
{
    private const int Many = 500;

    public static async Task<OutgoingMessages> Handle(CarryOutDueDecisions message, IDocumentSession session, CancellationToken cancellation)
    {
        var (now, old) = (message.At, message.At - Intention.Kept);
        session.DeleteWhere<Intention>(i => i.Undone && i.Until < old);
        var due = await session.Query<Intention>().Where(i => !i.Undone && i.Until <= now).OrderBy(i => i.Until).Take(Many).ToListAsync(cancellation);
        return [.. due.Select(Of)];
    }

    private static object Of(Intention due) =>
        Undoable.IsAboutPerson(due.What) ? new CarryOutSanction(due.SellerId, due.IntentId) : new CarryOutDecision(due.Id, due.IntentId);
}
