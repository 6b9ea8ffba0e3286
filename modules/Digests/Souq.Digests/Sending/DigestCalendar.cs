using System.Globalization;
using Souq.Digests.Subscribing;

namespace Souq.Digests.Sending;

/// <summary>When letters are due: every local day, or every such weekday, has one moment, also where clocks are put forward or back.</summary>
public static class DigestCalendar
{
    /// <summary>How often the clock of the market ticks.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromMinutes(5);

    /// <summary>The first moment after another; <c>null</c> when the clock does not say it: at once, or never.</summary>
    public static DateTimeOffset? Next(Rhythm rhythm, DateTimeOffset after)
    {
        if (!rhythm.IsByClock) return null;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(rhythm.Zone);
        // A day early: a night in which clocks go back has hours of yesterday in it.
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(after, zone).DateTime).AddDays(-1);
        while (true)
        {
            if ((rhythm.Pace == Frequency.Daily || day.DayOfWeek == rhythm.Weekday) && Moment(day, rhythm.Hour, zone) is { } moment && moment > after) return moment;
            day = day.AddDays(1);
        }
    }

    /// <summary>From when on something is told: after a pause, if there is one.</summary>
    public static DateTimeOffset? Next(DigestSubscription subscription, DateTimeOffset after) => subscription.PausedUntil is { } until && until > after
        ? Next(subscription.Rhythm, until) ?? (subscription.Rhythm.Pace == Frequency.AtOnce ? Slot(until) + Tick : null)
        : Next(subscription.Rhythm, after);

    /// <summary>The key under which a subscriber is written to once: the moment that was due.</summary>
    public static string Period(DateTimeOffset due) => due.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);

    /// <summary>The moment a period is named after.</summary>
    public static DateTimeOffset At(string period) => DateTimeOffset.Parse(period, CultureInfo.InvariantCulture);

    /// <summary>The tick a moment belongs to.</summary>
    public static DateTimeOffset Slot(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % Tick.Ticks, TimeSpan.Zero);

    /// <summary>A local hour as a moment: of two such hours the first, in place of one that is left out the next there is; <c>null</c> on a day that is left out.</summary>
    private static DateTimeOffset? Moment(DateOnly day, int hour, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(new TimeOnly(hour, 0));
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
            if (DateOnly.FromDateTime(local) != day) return null;
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        var moment = new DateTimeOffset(local, offset).ToUniversalTime();
        // Of a day that is left out some hours pass for valid ones of the day before.
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime) == day ? moment : null;
    }
}
