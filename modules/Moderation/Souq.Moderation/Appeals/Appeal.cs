namespace Souq.Moderation.Appeals;

/// <summary>What a seller has against a decision, in his own words: erasable, apart from the fact that he appealed.</summary>
public sealed record Appeal
{
    public const int MostWords = 2000;

    /// <summary>As long as one can appeal, from the decision on.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(30);

    /// <summary>The decision's: there is one appeal against each, and PostgreSQL takes the same id once.</summary>
    public Guid Id { get; init; }

    public Guid CaseId { get; init; }
    public Guid SellerId { get; init; }
    public string Words { get; init; } = "";
    public DateTimeOffset At { get; init; }

    /// <summary>What became of it; <c>null</c> while it waits, or when a correction took its place.</summary>
    public AppealAnswer? Answer { get; init; }
}

/// <param name="Overturned">The decision was wrong.</param>
/// <param name="Words">The second moderator's, to the seller.</param>
public sealed record AppealAnswer(bool Overturned, string Words, DateTimeOffset At);
