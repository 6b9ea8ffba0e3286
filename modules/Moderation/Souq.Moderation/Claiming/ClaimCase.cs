using Souq.Moderation.Staff;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Moderation.Claiming;

/// <summary>A moderator takes a case in hand, or keeps it longer.</summary>
public sealed record ClaimCase(Guid CaseId, Guid By) : ICaseAct;

public static class ClaimCaseHandler
{
    public static Events Handle(ClaimCase command, [WriteModel] Case current, TimeProvider time) =>
        Decide(current, command, time.GetUtcNow()) is { } claimed ? [claimed] : [];

    /// <summary><c>null</c> when he has it already and for a good while yet: looking twice is no news.</summary>
    public static CaseClaimed? Decide(Case current, ClaimCase command, DateTimeOffset now)
    {
        current.MustBeOpenTo(command.By, now);
        return current.Lease?.IsHeldBy(command.By, now + (Lease.Length / 2)) == true
            ? null
            : new CaseClaimed(command.By, now + Lease.Length, now);
    }
}
