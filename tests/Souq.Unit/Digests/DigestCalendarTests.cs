using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Souq.Digests.Sending;
using Souq.Digests.Subscribing;

namespace Souq.Unit.Digests;

public class DigestCalendarTests
{
    private const int Hour = 8;

    [Theory]
    [InlineData("2026-11-24T06:59:59Z", null)]
    [InlineData("2026-11-24T07:00:00Z", "2026-11-24")]
    [InlineData("2026-11-24T22:59:59Z", "2026-11-24")]
    [InlineData("2026-11-24T23:00:00Z", null)]
    [InlineData("2026-07-01T07:00:00Z", "2026-07-01")]
    public void A_daily_digest_is_due_from_eight_in_the_morning_of_Algiers_in_winter_and_summer(string now, string? period) =>
        (DigestCalendar.Due(Frequency.Daily, At(now), Hour)?.Name).ShouldBe(period);

    [Theory]
    [InlineData("2026-11-23T06:59:00Z", null)]
    [InlineData("2026-11-23T07:00:00Z", "2026-W48")]
    [InlineData("2026-11-29T20:00:00Z", "2026-W48")]
    [InlineData("2027-01-01T10:00:00Z", "2026-W53")]
    [InlineData("2027-01-04T10:00:00Z", "2027-W01")]
    public void A_weekly_digest_is_due_from_Monday_and_belongs_to_its_ISO_week(string now, string? period) =>
        (DigestCalendar.Due(Frequency.Weekly, At(now), Hour)?.Name).ShouldBe(period);

    [Fact]
    public void A_week_missed_on_Monday_is_caught_up_later_but_never_at_night()
    {
        DigestCalendar.Due(Frequency.Weekly, At("2026-11-25T03:00:00Z"), Hour).ShouldBeNull();
        DigestCalendar.Due(Frequency.Weekly, At("2026-11-25T09:00:00Z"), Hour)!.OpensAt.ShouldBe(At("2026-11-23T07:00:00Z"));
    }

    [Fact]
    public void Ticking_every_five_minutes_meets_each_day_once_and_each_week_once()
    {
        var clock = new FakeTimeProvider(At("2026-11-23T00:00:00Z"));
        List<string> met = [];
        for (var tick = 0; tick < 14 * 24 * 12; tick++)
        {
            foreach (var frequency in Enum.GetValues<Frequency>())
                if (DigestCalendar.Due(frequency, clock.GetUtcNow(), Hour) is { } period && !met.Contains(period.Name))
                    met.Add(period.Name);
            clock.Advance(TimeSpan.FromMinutes(5));
        }

        met.Count(name => !name.Contains('W')).ShouldBe(14);
        met.Where(name => name.Contains('W')).ShouldBe(["2026-W48", "2026-W49"]);
    }

    [Theory]
    [InlineData(Frequency.Daily, "2026-11-24T22:59:00Z", false)]
    [InlineData(Frequency.Daily, "2026-11-24T23:00:00Z", true)]
    [InlineData(Frequency.Weekly, "2026-11-29T22:59:00Z", false)]
    [InlineData(Frequency.Weekly, "2026-11-29T23:00:00Z", true)]
    public void A_period_is_over_at_midnight_of_Algiers(Frequency frequency, string now, bool over) =>
        DigestCalendar.IsOver(DigestCalendar.Due(frequency, At("2026-11-24T10:00:00Z"), Hour)!, At(now), Hour).ShouldBe(over);

    [Fact]
    public void A_period_is_due_only_after_it_has_opened() =>
        Gen.Select(Gen.Int[0, 20 * 365 * 24 * 60], Gen.Int[0, 23], Gen.Enum<Frequency>()).Sample((minutes, hour, frequency) =>
        {
            var now = At("2020-01-01T00:00:00Z").AddMinutes(minutes);
            return DigestCalendar.Due(frequency, now, hour) is not { } period || period.OpensAt <= now;
        });

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
