using Marten;
using Souq.Kernel;
using Souq.Moderation.Staff;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Moderation.Undoing;

/// <summary>A moderator takes back what he decided a moment ago, and has the case on his screen again.</summary>
public sealed record UndoDecision(Guid CaseId, Guid By) : ICaseAct;

public static class UndoDecisionHandler
{
    public const string TooLate = "Undo.TooLate";

    public static async Task<Events> Handle(UndoDecision command, [WriteModel] Case current, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var undone = Decide(current, command, time.GetUtcNow());
        if (await session.LoadAsync<Intention>(command.CaseId, cancellation) is { } intention) session.Store(intention with { Undone = true });
        return [undone];
    }

    /// <exception cref="RefusedException">It has taken effect, or it was somebody else's.</exception>
    public static DecisionUndone Decide(Case current, UndoDecision command, DateTimeOffset now) =>
        current.Intent is { } intent && intent.By == command.By
            ? new(intent.Id, command.By, now + Lease.Length, now)
            : throw new RefusedException(TooLate, null, (int)Intent.Window.TotalSeconds);
}
