namespace Souq.Moderation.Rules;

/// <summary>
/// What adverts are looked over for before anybody sees them. What is written is tried first, and holds only when somebody puts it in force; the
/// revision before it holds until then.
/// </summary>
public sealed partial record Rule
{
    public Guid Id { get; init; }
    public long Version { get; init; }

    /// <summary>As it was last written.</summary>
    public RuleSpec Draft { get; init; } = null!;

    /// <summary>Counts what was written; the draft's.</summary>
    public int Revision { get; init; }

    /// <summary>Who wrote it last.</summary>
    public Guid WrittenBy { get; init; }

    /// <summary><c>null</c> while it is switched off.</summary>
    public RuleSpec? InForce { get; init; }

    /// <summary>The revision in force.</summary>
    public int Holds { get; init; }

    /// <summary>Why it only flags, though it was told to do more.</summary>
    public RuleSoftened? Softened { get; init; }

    /// <summary>Something was written that does not hold yet.</summary>
    public bool IsAhead() => InForce is null || Holds != Revision;

    public static Rule Create(RuleWritten written) => new() { Draft = written.Spec, Revision = 1, WrittenBy = written.By };

    public Rule Apply(RuleWritten written) => this with { Draft = written.Spec, Revision = Revision + 1, WrittenBy = written.By };

    public Rule Apply(RulePutInForce _) => this with { InForce = Draft, Holds = Revision, Softened = null };

    public Rule Apply(RuleSwitchedOff _) => this with { InForce = null, Softened = null };

    public Rule Apply(RuleSoftened softened) => this with { InForce = InForce! with { Effect = RuleEffect.Flag }, Softened = softened };
}

/// <summary>An admin wrote what a rule says; it does not hold yet.</summary>
public sealed record RuleWritten(RuleSpec Spec, Guid By, DateTimeOffset At);

/// <summary>What was last written holds from now on, also for what waits already when it is submitted again.</summary>
public sealed record RulePutInForce(int Revision, Guid By, DateTimeOffset At);

public sealed record RuleSwitchedOff(Guid By, DateTimeOffset At);

/// <summary>Moderators decided against it more often than it may be wrong: it flags from now on, and holds or refuses nothing.</summary>
/// <param name="Right">Of the last decisions about what it found, those that agreed with it.</param>
/// <param name="Wrong">And those that did not.</param>
public sealed record RuleSoftened(int Right, int Wrong, DateTimeOffset At);
