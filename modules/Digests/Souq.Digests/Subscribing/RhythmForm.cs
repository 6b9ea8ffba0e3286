using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Souq.Web.Forms;

namespace Souq.Digests.Subscribing;

/// <summary>When letters come and how many adverts they show, exactly as it was typed; what was not asked is as usual.</summary>
public sealed record RhythmForm(
    string Frequency = nameof(Subscribing.Frequency.Daily), string Hour = "8", string Weekday = nameof(DayOfWeek.Monday), string Zone = Subscribing.Rhythm.Algiers, string Cap = "12")
{
    // No real hour or number; lets the decision name the field that is wrong.
    private const int Unknown = -1;

    /// <summary>Where people of this country live.</summary>
    private static readonly string[] Zones =
    [
        Subscribing.Rhythm.Algiers, "Africa/Tunis", "Africa/Casablanca", "Africa/Cairo", "Europe/Paris", "Europe/London", "Europe/Istanbul", "Asia/Riyadh", "Asia/Dubai",
        "America/Montreal", "America/New_York",
    ];

    public static RhythmForm Of(DigestSubscription subscription) => new(
        $"{subscription.Rhythm.Pace}", Text(subscription.Rhythm.Hour), $"{subscription.Rhythm.Weekday}", subscription.Rhythm.Zone, Text(subscription.Cap));

    public static RhythmForm Read(IFormCollection form) => new RhythmForm() is var usual ? new(
        Or(form["frequency"], usual.Frequency), Or(form["hour"], usual.Hour), Or(form["weekday"], usual.Weekday), Or(form["zone"], usual.Zone), Or(form["cap"], usual.Cap)) : usual;

    public Rhythm Rhythm => new(
        Enum.TryParse<Frequency>(Frequency, out var pace) ? pace : (Frequency)Unknown, Number(Hour), Enum.TryParse<DayOfWeek>(Weekday, out var day) ? day : (DayOfWeek)Unknown, Zone);

    public int Most => Number(Cap);

    public static IReadOnlyList<Choice> Paces(IStringLocalizer<DigestsText> text) =>
        [.. new[] { Subscribing.Frequency.AtOnce, Subscribing.Frequency.Daily, Subscribing.Frequency.Weekly, Subscribing.Frequency.Never }.Select(f => new Choice($"{f}", text[$"Frequency.{f}"]))];

    public static IReadOnlyList<Choice> Hours { get; } = [.. Enumerable.Range(0, 24).Select(h => new Choice(Text(h), $"{h:00}:00"))];

    public static IReadOnlyList<Choice> Caps { get; } = [.. new[] { 3, 6, 12, 24 }.Select(n => new Choice(Text(n), Text(n)))];

    /// <summary>From Saturday, as weeks begin here.</summary>
    public static IReadOnlyList<Choice> Weekdays => [.. Enumerable.Range(6, 7).Select(d => (DayOfWeek)(d % 7)).Select(d => new Choice($"{d}", Day(d)))];

    public static string Day(DayOfWeek day) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day);

    /// <summary>With the one that was chosen, if it is another.</summary>
    public IReadOnlyList<Choice> ZoneChoices(IStringLocalizer<DigestsText> text) => [.. Zones.Append(Zone).Distinct().Where(Subscribing.Rhythm.IsZone)
        .Select(z => new Choice(z, text["Zone." + z] is { ResourceNotFound: false } known ? known : z))];

    private static string Or(string? typed, string usual) => string.IsNullOrWhiteSpace(typed) ? usual : typed;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Unknown;
}
