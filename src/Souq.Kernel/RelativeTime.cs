namespace Souq.Kernel;

/// <summary>How long ago something was is told in these; the words are the reader's page's.</summary>
public enum Age { Now, Minutes, Hours, Days, Date }

/// <summary>Time as people here tell it.</summary>
public static class RelativeTime
{
    /// <summary>The hour of Algiers: one ahead of UTC, without summer time since 1981.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(1);

    public static DateTimeOffset InAlgiers(DateTimeOffset at) => at.ToOffset(Offset);

    /// <summary>The day in Algiers.</summary>
    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(InAlgiers(at).DateTime);

    /// <summary>
    /// Under a minute: now. Under an hour: minutes. Under a day: hours. Then days by the calendar (1 is yesterday) up to seven, and
    /// from there on the date, with count 0. What clocks put slightly into the future is now.
    /// </summary>
    public static (Age Age, int Count) Since(DateTimeOffset at, DateTimeOffset now)
    {
        var passed = now - at;
        if (passed < TimeSpan.FromMinutes(1)) return (Age.Now, 0);
        if (passed < TimeSpan.FromHours(1)) return (Age.Minutes, (int)passed.TotalMinutes);
        if (passed < TimeSpan.FromDays(1)) return (Age.Hours, (int)passed.TotalHours);
        var days = Day(now).DayNumber - Day(at).DayNumber;
        return days <= 7 ? (Age.Days, days) : (Age.Date, 0);
    }
}
