namespace Souq.Moderation.Rules;

/// <summary>A rule, as it was last written, tried on adverts of the past, beside what moderators decided about them.</summary>
public sealed record Trial
{
    /// <summary>Of adverts shown as examples.</summary>
    public const int MostExamples = 10;

    /// <summary>One that has not ended by then has been given up.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>The rule's.</summary>
    public Guid Id { get; init; }

    /// <summary>Of the rule.</summary>
    public int Revision { get; init; }

    public int Days { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Events looked at.</summary>
    public long Seen { get; init; }

    /// <summary>Events to be looked at.</summary>
    public long All { get; init; }

    /// <summary>Adverts it would have found and moderators refused; each revision that was decided counts for itself.</summary>
    public int Caught { get; init; }

    /// <summary>Adverts it would have found and moderators approved.</summary>
    public int Wrong { get; init; }

    /// <summary>Adverts moderators refused and it would not have found.</summary>
    public int Missed { get; init; }

    /// <summary>Adverts it would have found and nobody has decided.</summary>
    public int Undecided { get; init; }

    public IReadOnlyList<TrialExample> CaughtExamples { get; init; } = [];

    public IReadOnlyList<TrialExample> WrongExamples { get; init; } = [];

    public bool IsRunning(DateTimeOffset now) => EndedAt is null && now < StartedAt + Longest;

    /// <summary>Of what it would have found, and moderators decided, the share they refused: 0 to 1; <c>null</c> where there is none.</summary>
    public double? Precision => Caught + Wrong == 0 ? null : (double)Caught / (Caught + Wrong);
}

/// <param name="Number">The advert's.</param>
/// <param name="Evidence">What the rule would have found.</param>
public sealed record TrialExample(Guid CaseId, long Number, string Evidence);
