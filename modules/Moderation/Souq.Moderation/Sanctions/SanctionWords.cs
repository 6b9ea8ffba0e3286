namespace Souq.Moderation.Sanctions;

/// <summary>What was written about a decision on a person, by the moderator and by him: erasable, apart from the facts.</summary>
public sealed record SanctionWords
{
    /// <summary>The sanction's.</summary>
    public Guid Id { get; init; }

    public Guid PersonId { get; init; }

    /// <summary>The moderator's, to the person.</summary>
    public string Words { get; init; } = "";

    /// <summary>The person's, when he appeals.</summary>
    public string Appeal { get; init; } = "";

    /// <summary>The second moderator's, to the person.</summary>
    public string Answer { get; init; } = "";
}
