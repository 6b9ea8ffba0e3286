using Souq.Kernel;
using Souq.Moderation.Deciding;

namespace Souq.Moderation.Bulk;

public enum BulkAct { Approve, Refuse, Remove }

/// <summary>A case as it was when somebody decided about it among others, and what came of it.</summary>
/// <param name="Skipped">Key of what stood in the way; <c>null</c> when it was decided.</param>
public sealed record BulkCase(Guid CaseId, int Revision, bool Done = false, string? Skipped = null);

/// <summary>One decision about cases that are alike, on its way through them. Each case has its own fact; this says how far it came.</summary>
public sealed record BulkDecision
{
    /// <summary>In one go.</summary>
    public const int Most = 100;

    public const string NotOnMarket = "Bulk.NotOnMarket";
    public const string Appealed = "Bulk.Appealed";
    public const string Gone = "Bulk.Gone";
    public const string NotYours = "Bulk.NotYours";

    public Guid Id { get; init; }
    public Guid By { get; init; }
    public BulkAct Act { get; init; }
    public string? ReasonCode { get; init; }

    /// <summary>To the sellers; each advert fills in the fields of a standard text.</summary>
    public string? Words { get; init; }

    /// <summary>In which they are written.</summary>
    public Language Language { get; init; }

    public IReadOnlyList<BulkCase> Cases { get; init; } = [];
    public DateTimeOffset At { get; init; }

    /// <summary>How long it can be taken back.</summary>
    public DateTimeOffset Until { get; init; }

    public bool Undone { get; init; }

    public int Done => Cases.Count(c => c.Done);
    public int Decided => Cases.Count(c => c is { Done: true, Skipped: null });
    public bool IsOver => Undone || Done == Cases.Count;

    public bool CanUndo(Guid moderator, DateTimeOffset now) => By == moderator && !Undone && Done == 0 && now < Until;

    /// <summary>What it means for one case.</summary>
    /// <exception cref="RefusedException">It means nothing for this one.</exception>
    public object For(Case current, int revision, bool onMarket) => (Act, current) switch
    {
        // A seller who appeals is answered in person.
        (_, { IsAppealed: true }) => throw new RefusedException(Appealed),
        _ when !current.IsAdvert() => throw new RefusedException(Gone),
        (BulkAct.Approve, { IsRaised: true }) => new KeepCase(current.Id, revision, By),
        (BulkAct.Approve, _) => new ApproveCase(current.Id, revision, By),
        (BulkAct.Remove, { IsRaised: false }) when !onMarket => throw new RefusedException(NotOnMarket),
        (BulkAct.Remove, _) => new RemoveCase(current.Id, revision, By, ReasonCode, Words),
        _ => new RefuseCase(current.Id, revision, By, ReasonCode, Words),
    };
}
