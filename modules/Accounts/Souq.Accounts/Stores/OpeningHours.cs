using System.Text.Json.Serialization;

namespace Souq.Accounts.Stores;

/// <summary>A door stands open from a minute of a day to another.</summary>
/// <param name="From">Minutes after midnight, 0–1439.</param>
/// <param name="To">Minutes after midnight; not after <paramref name="From"/> when the evening ends the next day, as in Ramadan.</param>
public sealed record OpenSpan(DayOfWeek Day, int From, int To)
{
    [JsonIgnore]
    public int Length => To > From ? To - From : To + OpeningHours.Day - From;

    [JsonIgnore]
    public int Start => ((int)Day * OpeningHours.Day) + From;
}

/// <summary>The hours of a week, by the clock of Algiers. No span at all: the hours are not said.</summary>
public sealed record OpeningHours(IReadOnlyList<OpenSpan> Spans)
{
    public const int Day = 24 * 60;
    private const int Week = 7 * Day;

    public static readonly OpeningHours Unsaid = new([]);

    /// <summary>The week as it is read here: from Saturday to Friday, which is the day of rest.</summary>
    public static IReadOnlyList<DayOfWeek> Days { get; } = [.. Enumerable.Range(0, 7).Select(i => (DayOfWeek)((i + 6) % 7))];

    [JsonIgnore]
    public bool IsSaid => Spans.Count > 0;

    public IEnumerable<OpenSpan> On(DayOfWeek day) => Spans.Where(s => s.Day == day).OrderBy(s => s.From);

    /// <param name="local">By the clock of Algiers.</param>
    public OpeningState At(DateTime local)
    {
        if (!IsSaid) return new OpeningState(false, null, 0);
        var now = ((int)local.DayOfWeek * Day) + (int)local.TimeOfDay.TotalMinutes;
        // Spans that meet are one: whoever asks when the door closes wants the end of the last.
        var end = now;
        while (Spans.FirstOrDefault(s => Since(s.Start, end) < s.Length) is { } open && end - now < Week)
            end += open.Length - Since(open.Start, end);
        if (end - now >= Week) return new OpeningState(true, null, 0);
        if (end > now) return new OpeningState(true, end % Day, DaysBetween(now, end));
        var next = Spans.Min(s => Mod(s.Start - now));
        return new OpeningState(false, (now + next) % Day, DaysBetween(now, now + next));
    }

    public bool Equals(OpeningHours? other) => other is not null && Spans.SequenceEqual(other.Spans);

    public override int GetHashCode() => Spans.Aggregate(0, HashCode.Combine);

    private static int Since(int start, int at) => Mod(at - start);

    private static int Mod(int minutes) => ((minutes % Week) + Week) % Week;

    private static int DaysBetween(int from, int to) => (to / Day) - (from / Day);
}

/// <summary>Whether a door is open, and until or from when.</summary>
/// <param name="Change">Minute of the day at which this changes; <c>null</c> when it never does or nobody knows.</param>
/// <param name="InDays">0 today, 1 tomorrow …</param>
public readonly record struct OpeningState(bool IsOpen, int? Change, int InDays);
