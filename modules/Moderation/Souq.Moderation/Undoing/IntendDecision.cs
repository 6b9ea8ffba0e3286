using Marten;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Moderation.Staff;
using Wolverine;

namespace Souq.Moderation.Undoing;

/// <summary>A moderator decides, and may take it back for some seconds.</summary>
/// <param name="IntentId">Of this attempt.</param>
/// <param name="Decision">One of those <see cref="Undoable"/> knows.</param>
/// <param name="Typed">What he filled in, to have it back if he takes it back.</param>
public sealed record IntendDecision(Guid IntentId, Guid CaseId, Guid By, object Decision, IReadOnlyDictionary<string, string>? Typed = null) : ICaseAct
{
    // Words to a person do not belong in a log.
    public override string ToString() => $"IntendDecision {CaseId}: {Undoable.NameOf(Decision)}";
}

public static class IntendDecisionHandler
{
    public static async Task<OutgoingMessages> Handle(
        IntendDecision command, IDocumentSession session, IModerationStore store, ICatalog catalog, TimeProvider time, CancellationToken cancellation)
    {
        var stream = await session.Events.FetchForWriting<Case>(command.CaseId, cancellation);
        var current = stream.Aggregate ?? throw new NotFoundException($"case {command.CaseId}");
        // What would be refused is refused now: tried to the end, and thrown away.
        await using (var trial = store.LightweightSession()) await Undoable.Carry(command.Decision, current, trial, catalog, time, cancellation);
        var intended = Decide(current, command, time.GetUtcNow());
        stream.AppendOne(intended);
        session.Store(Intention.Of(command, current, intended));
        return [new CarryOutDecision(command.CaseId, command.IntentId).DelayedFor(Intent.Window)];
    }

    public static DecisionIntended Decide(Case current, IntendDecision command, DateTimeOffset now)
    {
        current.MustBeOpenTo(command.By, now);
        return new(command.IntentId, command.By, Undoable.NameOf(command.Decision), current.Revision, now + Intent.Window, now);
    }
}
