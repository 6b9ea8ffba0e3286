using Marten;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Wolverine;

namespace Souq.Moderation.Undoing;

/// <summary>The time to take a decision back is over.</summary>
public sealed record CarryOutDecision(Guid CaseId, Guid IntentId);

/// <summary>The decision, or that it was taken back, is the next event of the case: one of the two.</summary>
public static class CarryOutDecisionHandler
{
    public const string Gone = "Undo.Gone";

    public static async Task<OutgoingMessages> Handle(CarryOutDecision message, IDocumentSession session, ICatalog catalog, TimeProvider time, CancellationToken cancellation)
    {
        var stream = await session.Events.FetchForWriting<Case>(message.CaseId, cancellation);
        var intention = await session.LoadAsync<Intention>(message.CaseId, cancellation);
        if (intention?.IntentId != message.IntentId) intention = null;
        if (stream.Aggregate is not { Intent: { } intent } current || intent.Id != message.IntentId)
        {
            // The case has ended meanwhile.
            if (intention is { Undone: false }) session.Delete(intention);
            return [];
        }

        var now = time.GetUtcNow();
        // Clocks of two machines differ: nobody has less time than he was promised.
        if (now < intent.Until) return [message.DelayedFor(intent.Until - now)];
        if (intention is not null) session.Delete(intention);
        try
        {
            var decision = intention?.Decision() ?? throw new RefusedException(Gone);
            var (events, messages) = await Undoable.Carry(decision, current with { Intent = null }, session, catalog, time, cancellation);
            stream.AppendMany(events);
            return messages;
        }
        catch (RefusedException refused)
        {
            stream.AppendOne(new DecisionLapsed(intent.Id, intent.By, refused.Refusals[0].Key, now));
            return [];
        }
    }
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
        return [.. due.Select(i => new CarryOutDecision(i.Id, i.IntentId))];
    }
}
