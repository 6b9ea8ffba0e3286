using Souq.Kernel;

namespace Souq.Digests.Subscribing;

/// <summary>How often letters come. New ones are added at the end.</summary>
/// <remarks><see cref="Never"/>: the search is kept, and nothing is sent.</remarks>
public enum Frequency { Daily, Weekly, AtOnce, Never }

/// <summary>When somebody wants to hear of what is new.</summary>
/// <param name="Hour">0–23, by the clock of the zone.</param>
/// <param name="Weekday">Of the weekly letter.</param>
/// <param name="Zone">Of the IANA list, such as <c>Africa/Algiers</c>.</param>
public sealed record Rhythm(Frequency Pace, int Hour = 8, DayOfWeek Weekday = DayOfWeek.Monday, string Zone = Rhythm.Algiers)
{
    public const string Algiers = "Africa/Algiers";

    public static Rhythm Usual { get; } = new(Frequency.Daily);

    /// <summary>Whether letters come at hours of the clock.</summary>
    public bool IsByClock => Pace is Frequency.Daily or Frequency.Weekly;

    public static IEnumerable<Refusal> Check(Rhythm rhythm)
    {
        if (!Enum.IsDefined(rhythm.Pace)) yield return new Refusal("Digest.PaceUnknown", "Frequency");
        if (rhythm.Hour is < 0 or > 23) yield return new Refusal("Digest.HourUnknown", "Hour");
        if (!Enum.IsDefined(rhythm.Weekday)) yield return new Refusal("Digest.WeekdayUnknown", "Weekday");
        if (!IsZone(rhythm.Zone)) yield return new Refusal("Digest.ZoneUnknown", "Zone");
    }

    public static bool IsZone(string? zone) => zone is { Length: > 0 and <= 60 } && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);
}
