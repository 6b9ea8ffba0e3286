using Souq.Kernel;
using Souq.Moderation.Contracts;
using Souq.Moderation.Letters;
using Souq.Moderation.Reporting;
using Souq.Moderation.Staff;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Moderation.Deciding;

/// <summary>The subject leaves the market for good, whatever else of it waits.</summary>
/// <param name="Revision">What the moderator saw.</param>
/// <param name="ReasonCode">One of <see cref="RefusalReasons"/>.</param>
/// <param name="Words">To the seller, in the moderator's own words; may be empty, except where the reason asks for them.</param>
/// <param name="Quote">What in the advert speaks for it; may be empty.</param>
/// <param name="Parts">Of <see cref="SubjectParts"/>, what of a store is taken down; <c>null</c> for all.</param>
/// <param name="Photos">Of the advert, those that speak for it.</param>
public sealed record RemoveCase(
    Guid CaseId, int Revision, Guid By, string? ReasonCode, string? Words, string? Quote = null, IReadOnlyList<string>? Parts = null,
    IReadOnlyList<string>? Photos = null) : ICaseAct
{
    // Words to a person do not belong in a log.
    public override string ToString() => $"RemoveCase {CaseId} revision {Revision}: {ReasonCode}";
}

public static class RemoveCaseHandler
{
    public static (Events, OutgoingMessages) Handle(RemoveCase command, [WriteModel] Case current, TimeProvider time)
    {
        var removed = Decide(current, command, time.GetUtcNow());
        return ([removed],
        [
            current.Decided(Outcome.Removed, removed.At, removed.ReasonCode) with { Parts = removed.Parts },
            DecisionMail.Removed(current.Id, removed),
            .. ReportMail.Removed(current),
            .. ReportMail.Agreed(current, removed.At),
            .. KeepEvidence.Of(Decision.IdOfRemoval(current.Id, removed.Removal), removed.Photos),
        ]);
    }

    /// <exception cref="RefusedException">Somebody else has it, it says too little, or nothing of a store was chosen.</exception>
    public static CaseRemoved Decide(Case current, RemoveCase command, DateTimeOffset now)
    {
        current.MustBeDecidableBy(command.By, command.Revision, now, current.IsRaised);
        var (reason, words, quote) = RefusalReasons.Read(command.ReasonCode, command.Words, command.Quote, current.SubjectKind);
        return new CaseRemoved(
            current.Revision, current.SellerId, command.By, reason, words, now, current.Removals + 1, quote, current.KindInEvents(), PartsOf(current, command.Parts),
            PhotoEvidence.Read(current, command.Photos));
    }

    private static IReadOnlyList<string>? PartsOf(Case current, IReadOnlyList<string>? chosen)
    {
        if (chosen is null || current.SubjectKind != Reportable.Store) return null;
        IReadOnlyList<string> parts = [.. SubjectParts.All.Intersect(chosen)];
        return parts.Count == 0 ? throw new RefusedException("Subject.NoParts", "parts") : parts.Count == SubjectParts.All.Count ? null : parts;
    }
}
