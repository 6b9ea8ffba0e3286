using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Moderation.Claiming;

/// <summary>A moderator puts a case back without deciding it.</summary>
public sealed record ReleaseCase(Guid CaseId, Guid By);

public static class ReleaseCaseHandler
{
    public static Events Handle(ReleaseCase command, [WriteModel] Case current, TimeProvider time) =>
        Decide(current, command, time.GetUtcNow()) is { } released ? [released] : [];

    /// <summary><c>null</c> when it is not in his hands: there is nothing to put back.</summary>
    public static CaseReleased? Decide(Case current, ReleaseCase command, DateTimeOffset now) =>
        current.Lease?.IsHeldBy(command.By, now) == true ? new CaseReleased(command.By, now) : null;
}
