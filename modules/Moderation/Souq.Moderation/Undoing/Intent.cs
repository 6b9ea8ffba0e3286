namespace Souq.Moderation.Undoing;

/// <summary>A decision somebody has made and may still take back: until then nothing follows from it, and nobody else has the case.</summary>
/// <param name="Until">When it takes effect.</param>
public sealed record Intent(Guid Id, Guid By, DateTimeOffset Until)
{
    /// <summary>How long one can take a decision back.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
}

/// <summary>What somebody may have decided about, with time left to take it back.</summary>
public interface IIntended
{
    Intent? Intent { get; }
}

/// <summary>A moderator has decided; it takes effect when he does not take it back.</summary>
/// <param name="What">Name of the decision, one of <see cref="Undoable"/>. What he wrote is in an erasable <see cref="Intention"/>.</param>
public sealed record DecisionIntended(Guid IntentId, Guid By, string What, int Revision, DateTimeOffset Until, DateTimeOffset At);

/// <summary>He took it back, and has the case in hand again.</summary>
/// <param name="Until">Of his lease.</param>
public sealed record DecisionUndone(Guid IntentId, Guid By, DateTimeOffset Until, DateTimeOffset At);

/// <summary>What happened meanwhile stood in its way: the case waits again.</summary>
/// <param name="Why">Key of the refusal.</param>
public sealed record DecisionLapsed(Guid IntentId, Guid By, string Why, DateTimeOffset At);
