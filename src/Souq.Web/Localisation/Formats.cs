using System.Globalization;
using Microsoft.Extensions.Localization;
using Souq.Kernel;

namespace Souq.Web.Localisation;

/// <summary>Dates, times and numbers as people here read them; times are those of Algiers.</summary>
public sealed class Formats(IStringLocalizer<WebText> text, TimeProvider clock)
{
    // The country has kept UTC+1 all year since 1981; the fallback is for machines without time zone data.
    private static readonly TimeZoneInfo Algiers = TimeZoneInfo.TryFindSystemTimeZoneById("Africa/Algiers", out var zone)
        ? zone
        : TimeZoneInfo.CreateCustomTimeZone("Africa/Algiers", TimeSpan.FromHours(1), "Africa/Algiers", "Africa/Algiers");

    /// <summary>Grouped by thousands, Latin digits: <c>1 250 000</c>, in English <c>1,250,000</c>.</summary>
    public static string Number(decimal value) => PriceFormat.Number(value, Languages.Current);

    public static DateTimeOffset InAlgiers(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Algiers);

    /// <summary>The day it is in Algiers: divisions of the country and years of cars go by it.</summary>
    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(InAlgiers(clock.GetUtcNow()).Date);

    /// <summary>A time of day in Algiers as the moment it is.</summary>
    public static DateTimeOffset FromAlgiers(DateTime local) => new DateTimeOffset(local, Algiers.GetUtcOffset(local)).ToUniversalTime();

    /// <summary>How long ago, up to 7 days; after that the day: <c>منذ ساعتين</c>, <c>il y a 3 jours</c>, <c>12 March</c>.</summary>
    public string Ago(DateTimeOffset at)
    {
        var now = clock.GetUtcNow();
        var age = now - at;
        if (age < TimeSpan.Zero)
            return age > TimeSpan.FromMinutes(-5) ? text["Ago.Now"] : Date(at);
        var days = InAlgiers(now).Date.Subtract(InAlgiers(at).Date).Days;
        return age switch
        {
            { TotalMinutes: < 1 } => text["Ago.Now"],
            { TotalHours: < 1 } => text.Count("Ago.Minutes", (long)age.TotalMinutes),
            { TotalHours: < 12 } => text.Count("Ago.Hours", (long)age.TotalHours),
            _ when days == 0 => text.Count("Ago.Hours", (long)age.TotalHours),
            _ when days == 1 => text["Ago.Yesterday"],
            _ when days <= 7 => text.Count("Ago.Days", days),
            _ => Date(at),
        };
    }

    /// <summary>Day and month, and the year when it is not this one: <c>12 مارس</c>, <c>3 juin 2025</c>.</summary>
    public string Date(DateTimeOffset at)
    {
        var day = InAlgiers(at);
        return day.Year == InAlgiers(clock.GetUtcNow()).Year
            ? day.ToString("d MMMM", CultureInfo.CurrentCulture)
            : day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);
    }

    /// <summary>Month and year: <c>مارس 2026</c>.</summary>
    public static string Month(DateTimeOffset at) => InAlgiers(at).ToString("MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary><c>14:05</c>, the same in all three languages.</summary>
    public static string Time(DateTimeOffset at) => InAlgiers(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Day and time of day: <c>12 mars, 14:05</c>.</summary>
    public string DateAndTime(DateTimeOffset at) => text["DateAndTime", Date(at), Time(at)];
}
