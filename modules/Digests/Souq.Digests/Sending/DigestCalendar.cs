using System.Globalization;
using Souq.Digests.Subscribing;

namespace Souq.Digests.Sending;

/// <summary>A day or an ISO week in Algeria, and the moment its digests are due.</summary>
/// <param name="Name"><c>2026-11-24</c> or <c>2026-W48</c>; the key under which a digest is sent once.</param>
/// <param name="OpensAt">From then on it is sent; whoever confirmed later waits for the next one.</param>
public sealed record DigestPeriod(string Name, Frequency Frequency, DateTimeOffset OpensAt);

/// <summary>When digests are due: in the morning, each day or each Monday, by the clock of Algiers.</summary>
public static class DigestCalendar
{
    private static readonly TimeZoneInfo Algiers = TimeZoneInfo.FindSystemTimeZoneById("Africa/Algiers");

    /// <summary>
    /// The period whose digests may be sent at this moment, <c>null</c> in the hours before the sending hour of any day. A weekly period
    /// stays open until Sunday night and a daily one until midnight: what was missed is caught up, but never at night.
    /// </summary>
    /// <param name="hour">0–23, local.</param>
    public static DigestPeriod? Due(Frequency frequency, DateTimeOffset now, int hour)
    {
        var local = TimeZoneInfo.ConvertTime(now, Algiers);
        return local.Hour < hour ? null : PeriodOf(frequency, DateOnly.FromDateTime(local.DateTime), hour);
    }

    /// <summary>Whether a later period has begun: its digest will tell of everything, this one is void.</summary>
    public static bool IsOver(DigestPeriod period, DateTimeOffset now, int hour) =>
        PeriodOf(period.Frequency, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Algiers).DateTime), hour).OpensAt > period.OpensAt;

    /// <summary>The period a local day belongs to.</summary>
    public static DigestPeriod PeriodOf(Frequency frequency, DateOnly day, int hour)
    {
        if (frequency == Frequency.Daily)
            return new DigestPeriod(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), frequency, At(day, hour));
        var date = day.ToDateTime(TimeOnly.MinValue);
        var week = ISOWeek.GetWeekOfYear(date);
        var year = ISOWeek.GetYear(date);
        return new DigestPeriod(
            string.Create(CultureInfo.InvariantCulture, $"{year}-W{week:00}"),
            frequency,
            At(DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)), hour));
    }

    private static DateTimeOffset At(DateOnly day, int hour)
    {
        var local = day.ToDateTime(new TimeOnly(hour, 0));
        return new DateTimeOffset(local, Algiers.GetUtcOffset(local)).ToUniversalTime();
    }
}
