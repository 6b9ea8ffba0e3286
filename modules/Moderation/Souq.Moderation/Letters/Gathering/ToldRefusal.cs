namespace Souq.Moderation.Letters.Gathering;

/// <summary>That a seller is told of one refusal: by a letter of its own, or among others of the same reason. It says nothing the decision does not say.</summary>
public sealed record ToldRefusal
{
    /// <summary>As long as it is kept for the letter to be written again.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>The decision's: one is told of once.</summary>
    public Guid Id { get; init; }

    public Guid SellerId { get; init; }
    public string ReasonCode { get; init; } = "";

    /// <summary>No person has looked yet.</summary>
    public bool ByRule { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The letter that tells it; <c>null</c> while others may join.</summary>
    public Guid? LetterId { get; init; }
}
