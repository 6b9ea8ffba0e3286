namespace Souq.Moderation.Reporting.Hiding;

/// <summary>Why a public subject is out of sight. Its words are <c>Owner.{name}</c> and <c>Console.Hidden.{name}</c>.</summary>
public enum HiddenWhy
{
    /// <summary>Readers whom moderators agree with reported it.</summary>
    Reports,

    /// <summary>It came to the market without waiting for anybody, and a rule in force would have held it.</summary>
    Rule,
}

/// <summary>A case whose public subject is out of sight.</summary>
/// <param name="Reasons">Of those reports that count.</param>
public sealed record Hidden(HiddenWhy Why, IReadOnlyList<string> Reasons, DateTimeOffset At);
