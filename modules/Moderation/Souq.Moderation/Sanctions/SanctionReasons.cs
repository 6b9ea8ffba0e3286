using Souq.Kernel;
using Souq.Moderation.Deciding;

namespace Souq.Moderation.Sanctions;

/// <summary>Why something can be decided about a person; the texts are <c>Reason.{code}</c> and <c>….Say</c>.</summary>
public static class SanctionReasons
{
    public const string Other = "other";

    public static IReadOnlyList<string> All { get; } = ["fraud", "forbidden", "repeated", "spam", "abuse", "contacts", Other];

    /// <summary>A reason as it was written down; one that is no longer in the list is told as the last.</summary>
    public static string Known(string code) => All.Contains(code) ? code : Other;

    /// <summary>What is wrong with what a moderator chose and wrote.</summary>
    public static IEnumerable<Refusal> Check(string? reason, string? words)
    {
        if (reason is null || !All.Contains(reason)) yield return new("Refuse.ReasonMissing", "reason");
        if (reason == Other && string.IsNullOrWhiteSpace(words)) yield return new("Refuse.WordsMissing", "words");
        if (words?.Trim().Length > RefuseCase.MostWords) yield return new("Refuse.WordsTooLong", "words", RefuseCase.MostWords);
    }
}
