using System.Globalization;
using CsCheck;
using Souq.Digests.Sending;
using Souq.Digests.Subscribing;

namespace Souq.Unit.Digests;

public class DigestCalendarTests
{
    /// <summary>With summer time, at midnight too, with half hours, and one that left out a day.</summary>
    private static readonly string[] Zones =
    [
        "Africa/Algiers", "Europe/Paris", "Europe/London", "America/New_York", "America/St_Johns", "Africa/Cairo", "Asia/Beirut", "Africa/Casablanca",
        "Australia/Lord_Howe", "America/Havana", "Pacific/Apia", "Asia/Kathmandu",
    ];

    private static readonly Gen<Rhythm> ByClock = Gen.Select(
        Gen.Bool.Select(weekly => weekly ? Frequency.Weekly : Frequency.Daily), Gen.Int[0, 23], Gen.Enum<DayOfWeek>(), Gen.Int[0, Zones.Length - 1].Select(i => Zones[i]), (pace, hour, day, zone) => new Rhythm(pace, hour, day, zone));

    private static readonly Gen<DateTimeOffset> Moments = Gen.Int[0, 20 * 365 * 24 * 60].Select(minutes => At("2010-01-01T00:00:00Z").AddMinutes(minutes));

    [Theory]
    [InlineData("2026-11-24T06:59:59Z", "2026-11-24T07:00:00Z")]
    [InlineData("2026-11-24T07:00:00Z", "2026-11-25T07:00:00Z")]
    [InlineData("2026-07-01T05:00:00Z", "2026-07-01T07:00:00Z")]
    public void A_daily_letter_is_due_at_eight_in_the_morning_of_Algiers_in_winter_and_summer(string after, string next) =>
        DigestCalendar.Next(new Rhythm(Frequency.Daily), At(after)).ShouldBe(At(next));

    [Theory]
    [InlineData(DayOfWeek.Friday, 20, "2026-11-24T06:00:00Z", "2026-11-27T19:00:00Z")]
    [InlineData(DayOfWeek.Friday, 20, "2026-11-27T19:00:00Z", "2026-12-04T19:00:00Z")]
    [InlineData(DayOfWeek.Tuesday, 8, "2026-11-24T06:00:00Z", "2026-11-24T07:00:00Z")]
    public void A_weekly_letter_is_due_on_its_day(DayOfWeek day, int hour, string after, string next) =>
        DigestCalendar.Next(new Rhythm(Frequency.Weekly, hour, day), At(after)).ShouldBe(At(next));

    [Fact]
    public void Where_clocks_are_put_forward_the_hour_that_is_left_out_is_the_next_there_is() =>
        // 29 March 2026, two o'clock is three o'clock in Paris.
        DigestCalendar.Next(new Rhythm(Frequency.Daily, 2, Zone: "Europe/Paris"), At("2026-03-28T12:00:00Z")).ShouldBe(At("2026-03-29T01:00:00Z"));

    [Fact]
    public void Where_clocks_are_put_back_the_first_of_the_two_hours_counts_and_the_second_does_not()
    {
        // 25 October 2026, three o'clock is two o'clock again in Paris.
        var rhythm = new Rhythm(Frequency.Daily, 2, Zone: "Europe/Paris");
        DigestCalendar.Next(rhythm, At("2026-10-24T12:00:00Z")).ShouldBe(At("2026-10-25T00:00:00Z"));
        DigestCalendar.Next(rhythm, At("2026-10-25T00:00:00Z")).ShouldBe(At("2026-10-26T01:00:00Z"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(23)]
    public void A_day_that_a_country_left_out_has_no_moment(int hour) =>
        // Samoa went from the 29th to the 31st of December 2011.
        Enumerable.Range(0, 3).Aggregate(new List<DateTimeOffset> { At("2011-12-29T09:59:00Z") }, (met, _) => [.. met, Next(new Rhythm(Frequency.Daily, hour, Zone: "Pacific/Apia"), met[^1])])
            .Skip(1).Select(at => TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById("Pacific/Apia")).Day).ShouldBe([29, 31, 1]);

    [Fact]
    public void Every_local_day_has_one_moment_and_every_week_has_one_on_its_day() => Gen.Select(ByClock, Moments).Sample((rhythm, start) =>
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(rhythm.Zone);
        var (at, days) = (start, new List<DateOnly>());
        for (var i = 0; i < 400; i++)
        {
            at = Next(rhythm, at);
            days.Add(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime));
        }

        var step = rhythm.Pace == Frequency.Daily ? 1 : 7;
        // A country may leave out a day, and then its day of the week too.
        return days.Zip(days.Skip(1)).All(d => d.Second.DayNumber - d.First.DayNumber == step || (rhythm.Zone == "Pacific/Apia" && d.Second.DayNumber - d.First.DayNumber == 2 * step))
            && (rhythm.Pace == Frequency.Daily || days.All(d => d.DayOfWeek == rhythm.Weekday));
    }, iter: 300);

    [Fact]
    public void The_next_moment_comes_after_and_none_lies_between() => Gen.Select(ByClock, Moments, Gen.Int[1, 14 * 24 * 60]).Sample((rhythm, after, minutes) =>
    {
        var next = Next(rhythm, after);
        var between = after.AddMinutes(Math.Min(minutes, (next - after).TotalMinutes - 1));
        return next > after && (between <= after || Next(rhythm, between) == next);
    });

    [Fact]
    public void A_moment_is_at_its_hour_unless_clocks_were_put_forward_over_it() => Gen.Select(ByClock, Moments).Sample((rhythm, after) =>
    {
        var local = TimeZoneInfo.ConvertTime(Next(rhythm, after), TimeZoneInfo.FindSystemTimeZoneById(rhythm.Zone));
        var skipped = TimeZoneInfo.FindSystemTimeZoneById(rhythm.Zone).IsInvalidTime(local.Date.AddHours(rhythm.Hour));
        return local.Hour == rhythm.Hour && local.Minute == 0 || skipped;
    });

    [Fact]
    public void A_period_is_named_after_its_moment_and_read_back() =>
        Gen.Select(ByClock, Moments).Sample((rhythm, after) => DigestCalendar.At(DigestCalendar.Period(Next(rhythm, after))) == Next(rhythm, after));

    [Fact]
    public void At_once_and_never_are_no_matter_of_the_clock()
    {
        DigestCalendar.Next(new Rhythm(Frequency.AtOnce), At("2026-11-24T06:00:00Z")).ShouldBeNull();
        DigestCalendar.Next(new Rhythm(Frequency.Never), At("2026-11-24T06:00:00Z")).ShouldBeNull();
    }

    [Fact]
    public void After_a_pause_the_next_moment_is_the_first_after_it()
    {
        var paused = new DigestSubscription { Rhythm = new Rhythm(Frequency.Daily), PausedUntil = At("2026-12-01T12:00:00Z") };
        DigestCalendar.Next(paused, At("2026-11-24T06:00:00Z")).ShouldBe(At("2026-12-02T07:00:00Z"));
        DigestCalendar.Next(paused, At("2026-12-05T06:00:00Z")).ShouldBe(At("2026-12-05T07:00:00Z"));
        DigestCalendar.Next(paused with { Rhythm = new Rhythm(Frequency.AtOnce) }, At("2026-11-24T06:00:00Z")).ShouldBe(At("2026-12-01T12:05:00Z"));
    }

    private static DateTimeOffset Next(Rhythm rhythm, DateTimeOffset after) => DigestCalendar.Next(rhythm, after)!.Value;

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
