using Souq.Accounts.Contracts;
using Souq.Kernel;
using Souq.Listings.Quotas;

namespace Souq.Unit.Listings;

/// <summary>How many new adverts somebody may hand in within a day.</summary>
public sealed class DayQuotaTests
{
    [Theory]
    [InlineData(9, null)]
    [InlineData(10, "Quota.Day")]
    [InlineData(25, "Quota.Day")]
    public void A_day_has_its_number_and_what_is_no_new_one_does_not_ask_for_it(int today, string? refusal)
    {
        var room = new Room(20, 50, false, 10_000, Today: today, DayMost: 10);
        Refusal(() => room.MustHaveOneToday()).ShouldBe(refusal);
        Refusal(room.MustHaveOne).ShouldBeNull();
    }

    [Fact]
    public void Who_has_no_room_at_all_hears_of_that() => Refusal(() => new Room(50, 50, false, 10_000, Today: 50, DayMost: 10).MustHaveOneToday()).ShouldBe("Quota.Person");

    [Fact]
    public void Lines_of_a_file_use_the_day_up_one_by_one()
    {
        var room = new Room(20, 50, false, 10_000, Today: 8, DayMost: 10);
        room.With(1).IsFullToday.ShouldBeFalse();
        room.With(2).IsFullToday.ShouldBeTrue();
        room.With(2).RefusalOfLine.Key.ShouldBe("Quota.DayLine");
        room.With(30).RefusalOfLine.Key.ShouldBe("Quota.Person");
        new Room(20, 10_000, true, 10_000).With(500).IsFullToday.ShouldBeFalse();
        Refusal(() => room.With(2).MustHaveOneToday(kept: false)).ShouldBe("Quota.DayProgram");
    }

    [Fact]
    public void A_higher_level_never_allows_less()
    {
        var options = new QuotaOptions { Day = 40, KnownDay = 30, TrustedDay = 20 };
        Enum.GetValues<TrustLevel>().Select(options.DayOf).ShouldBe([40, 40, 40]);
        Enum.GetValues<TrustLevel>().Select(new QuotaOptions().DayOf).ShouldBe([10, 30, 100]);
    }

    private static string? Refusal(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Refusals.ShouldHaveSingleItem().Key;
        }
    }
}
