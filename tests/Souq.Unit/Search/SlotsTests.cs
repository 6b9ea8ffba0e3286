using CsCheck;
using Souq.Listings.Browsing.Indexing;

namespace Souq.Unit.Search;

public class SlotsTests
{
    private static readonly Gen<(long From, long To, long Value)> Ranges =
        Gen.Select(Gen.Long[-5_000, 200_000], Gen.Long[0, 3_000], Gen.Long[-600, 3_600]).Select((from, length, at) => (from, from + length, from + at));

    [Fact]
    public void A_range_is_covered_by_tags_of_which_a_value_has_one_if_it_lies_inside_and_none_if_not() => Ranges.Sample(range =>
    {
        if (Slots.Cover("t", range.From, range.To) is not { } cover) return;
        var common = Slots.Tags("t", range.Value).Intersect(cover).Count();
        common.ShouldBe(range.Value >= range.From && range.Value <= range.To ? 1 : 0);
    });

    [Fact]
    public void A_few_tags_around_a_range_leave_nothing_of_it_out() => Ranges.Sample(range =>
    {
        if (Slots.Around("n", range.From, range.To) is not { } around) return;
        around.Count.ShouldBeInRange(1, 9);
        if (range.Value >= range.From && range.Value <= range.To) Slots.Tags("n", range.Value).Intersect(around).Count().ShouldBe(1);
    });

    [Fact]
    public void A_quarter_of_a_year_is_a_handful_of_tags() => Slots.Cover("t", 82_000, 82_000 + 4 * 90)!.Count.ShouldBeLessThan(40);

    [Fact]
    public void An_endless_range_is_only_checked() => Slots.Cover("t", 0, 1_000_000).ShouldBeNull();

    [Fact]
    public void Numbers_and_prices_keep_their_order() => Gen.Select(Gen.Long[0, 5_000_000_000], Gen.Long[0, 5_000_000_000]).Sample((a, b) =>
    {
        if (a > b) (a, b) = (b, a);
        Slots.OfPrice(a).ShouldBeLessThanOrEqualTo(Slots.OfPrice(b));
        Slots.OfNumber(a).ShouldBeLessThanOrEqualTo(Slots.OfNumber(b));
    });

    [Theory]
    [InlineData(2015, 2015)]
    [InlineData(0, 0)]
    [InlineData(4095, 4095)]
    [InlineData(8192, 4128)]
    public void Years_are_slots_of_their_own_and_kilometres_share_them(int number, int slot) => Slots.OfNumber(number).ShouldBe(slot);
}
