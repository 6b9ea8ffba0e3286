using Marten;
using Souq.Kernel;
using Souq.Moderation.Deciding;
using Souq.Moderation.Undoing;
using Wolverine;

namespace Souq.Moderation.Bulk;

/// <summary>A moderator decides about cases that are alike, as he saw them; like any decision he may take it back for some seconds.</summary>
public sealed record DecideAlike(Guid BulkId, Guid By, string? Act, string? ReasonCode, string? Words, IReadOnlyList<BulkCase> Cases, Language Language = default)
{
    // Words to a person do not belong in a log.
    public override string ToString() => $"DecideAlike {BulkId}: {Act} {Cases.Count}";
}

public static class DecideAlikeHandler
{
    public static OutgoingMessages Handle(DecideAlike command, IDocumentSession session, TimeProvider time)
    {
        session.Insert(Decide(command, time.GetUtcNow()));
        return [new CarryOutBulk(command.BulkId).DelayedFor(Intent.Window)];
    }

    /// <exception cref="RefusedException">No case is chosen, too many are, or it says too little.</exception>
    public static BulkDecision Decide(DecideAlike command, DateTimeOffset now)
    {
        if (!Enum.TryParse<BulkAct>(command.Act, out var act) || !Enum.IsDefined(act)) throw new RefusedException("Bulk.NoAct", "act");
        var cases = command.Cases.Where(c => c.CaseId != Guid.Empty).DistinctBy(c => c.CaseId).ToList();
        if (cases.Count == 0) throw new RefusedException("Bulk.NoCase", "cases");
        if (cases.Count > BulkDecision.Most) throw new RefusedException("Bulk.TooMany", "cases", BulkDecision.Most);
        (string? reason, string? words, _) = act == BulkAct.Approve ? (null, null, "") : RefusalReasons.Read(command.ReasonCode, command.Words);
        return new BulkDecision
        {
            Id = command.BulkId,
            By = command.By,
            Act = act,
            ReasonCode = reason,
            Words = words,
            Language = command.Language,
            Cases = [.. cases.Select(c => new BulkCase(c.CaseId, c.Revision))],
            At = now,
            Until = now + Intent.Window,
        };
    }
}

/// <summary>It was a mistake: no case is decided.</summary>
public sealed record UndoBulk(Guid BulkId, Guid By);

public static class UndoBulkHandler
{
    public static async Task Handle(UndoBulk command, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        if (await session.LoadAsync<BulkDecision>(command.BulkId, cancellation) is not { } bulk || bulk.By != command.By) throw new NotFoundException($"bulk {command.BulkId}");
        session.Store(Decide(bulk, command, time.GetUtcNow()));
    }

    /// <exception cref="RefusedException">It has begun.</exception>
    public static BulkDecision Decide(BulkDecision bulk, UndoBulk command, DateTimeOffset now) =>
        bulk.CanUndo(command.By, now) ? bulk with { Undone = true } : throw new RefusedException(UndoDecisionHandler.TooLate, null, (int)Intent.Window.TotalSeconds);
}
