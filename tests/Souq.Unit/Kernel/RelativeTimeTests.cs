using System.Globalization;
using Souq.Kernel;

namespace Souq.Unit.Kernel;

public class RelativeTimeTests
{
    [Theory]
    [InlineData("2026-03-10 12:00:30", Age.Now, 0)]
    [InlineData("2026-03-10 12:05:00", Age.Now, 0)]
    [InlineData("2026-03-10 11:59:00", Age.Minutes, 1)]
    [InlineData("2026-03-10 11:01:00", Age.Minutes, 59)]
    [InlineData("2026-03-10 11:00:00", Age.Hours, 1)]
    [InlineData("2026-03-09 12:01:00", Age.Hours, 23)]
    [InlineData("2026-03-09 12:00:00", Age.Days, 1)]
    [InlineData("2026-03-08 23:30:00", Age.Days, 1)]
    [InlineData("2026-03-08 22:30:00", Age.Days, 2)]
    [InlineData("2026-03-03 00:00:00", Age.Days, 7)]
    [InlineData("2026-03-02 22:59:59", Age.Date, 0)]
    public void An_age_is_told_in_the_largest_fitting_unit(string at, Age age, int count) =>
        RelativeTime.Since(Utc(at), Utc("2026-03-10 12:00:59")).ShouldBe((age, count));

    [Fact]
    public void A_day_begins_at_midnight_in_algiers() =>
        RelativeTime.Day(Utc("2026-03-09 23:00:00")).ShouldBe(new DateOnly(2026, 3, 10));

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
