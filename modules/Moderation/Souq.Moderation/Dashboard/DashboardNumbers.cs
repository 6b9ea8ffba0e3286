namespace Souq.Moderation.Dashboard;

/// <summary>Decisions of moderators, counted.</summary>
/// <param name="Against">The seller.</param>
/// <param name="Wait">Half of them took no longer.</param>
/// <param name="LongWait">Nine of ten took no longer.</param>
/// <param name="Answered">Appeals that a second moderator decided.</param>
/// <param name="Seconds">Made once more, blind.</param>
/// <param name="Agreed">Of those, to the same end.</param>
public sealed record DecisionTally(int All, int Against, TimeSpan Wait, TimeSpan LongWait, int Appealed, int Answered, int Overturned, int Seconds, int Agreed)
{
    /// <summary>Fewer say nothing.</summary>
    public const int Fewest = 5;

    /// <summary>Percent; <c>null</c> where nothing was decided.</summary>
    public int? AgainstShare => Share(Against, All, 1);

    /// <summary>Of the appeals that were answered, those that were right; <c>null</c> while they are few.</summary>
    public int? OverturnedShare => Share(Overturned, Answered, Fewest);

    /// <summary>How often two moderators came to the same end; <c>null</c> while that says little.</summary>
    public int? Agreement => Share(Agreed, Seconds, Fewest);

    /// <summary>In a table: a stroke where it says little.</summary>
    public static string Said(int? share) => share is { } percent ? $"{percent} %" : "—";

    private static int? Share(int part, int all, int fewest) => all < fewest ? null : (int)Math.Round(100m * part / all, MidpointRounding.AwayFromZero);
}

public sealed record DayOfDecisions(DateOnly Day, int For, int Against);

/// <param name="First">The day the week begins.</param>
public sealed record WeekOfAppeals(DateOnly First, int Answered, int Overturned);

/// <param name="Days">Each of the period, the oldest first.</param>
/// <param name="Waits">Decisions by how long somebody waited for them: up to each of <see cref="DashboardReader.Steps"/>, and longer.</param>
/// <param name="ByLanguage">Empty where it is not known.</param>
/// <param name="ByKind">Of the subject, people among them; all else counts cases alone.</param>
/// <param name="Ages">Cases that wait now, by how long they do.</param>
public sealed record DashboardNumbers(
    DecisionTally Total, IReadOnlyList<DayOfDecisions> Days, IReadOnlyList<int> Waits, IReadOnlyList<int> Ages, IReadOnlyList<WeekOfAppeals> Weeks,
    IReadOnlyList<(int Section, DecisionTally Tally)> BySection, IReadOnlyList<(Guid Rule, DecisionTally Tally)> ByRule,
    IReadOnlyList<(string Language, DecisionTally Tally)> ByLanguage, IReadOnlyList<(Guid Moderator, DecisionTally Tally)> ByModerator, IReadOnlyList<(string Kind, DecisionTally Tally)> ByKind);
