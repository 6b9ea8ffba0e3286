using CsCheck;
using Souq.Kernel;

namespace Souq.Unit.Kernel;

public class MoneyTests
{
    [Theory]
    [InlineData(1_250_000, PriceUnit.Dinar, 1_250_000L)]
    [InlineData(1, PriceUnit.Million, 10_000L)]
    [InlineData(125.5, PriceUnit.Million, 1_255_000L)]
    [InlineData(1.25, PriceUnit.Milliard, 12_500_000L)]
    [InlineData(10_000, PriceUnit.Milliard, 100_000_000_000L)]
    [InlineData(0.5, PriceUnit.Dinar, 1L)]
    [InlineData(0.4, PriceUnit.Dinar, null)]
    [InlineData(0, PriceUnit.Million, null)]
    [InlineData(-5, PriceUnit.Dinar, null)]
    [InlineData(10_000.1, PriceUnit.Milliard, null)]
    public void An_amount_becomes_whole_dinars_within_bounds(double amount, PriceUnit unit, long? dinars) =>
        (Money.Of((decimal)amount, unit)?.Dinars).ShouldBe(dinars);

    [Fact]
    public void No_amount_overflows() => Gen.Select(Gen.Decimal, Gen.Enum<PriceUnit>()).Sample((amount, unit) =>
        Money.Of(amount, unit)?.Dinars is null or (>= Money.Least and <= Money.Most)
        && Money.Of(decimal.MaxValue, unit) is null);

    [Fact]
    public void Dinars_in_any_unit_come_back_whole() => Gen.Select(Gen.Long[Money.Least, Money.Most], Gen.Enum<PriceUnit>()).Sample(
        (dinars, unit) => Money.Of(new Money(dinars).In(unit), unit) == new Money(dinars));

    [Fact]
    public void Some_per_cent_less_is_less_and_never_nothing() => Gen.Select(Gen.Long[Money.Least, Money.Most], Gen.Int[1, 99]).Sample(
        (dinars, percent) => new Money(dinars).Less(percent) is { Dinars: >= Money.Least } less && (less < new Money(dinars) || dinars < 100));

    [Fact]
    public void Sums_are_in_order() => Gen.Select(Gen.Long[1, 1000], Gen.Long[1, 1000]).Sample((a, b) =>
        new Money(a).CompareTo(new Money(b)) == a.CompareTo(b) && new Money(a) < new Money(b) == a < b && new Money(a) >= new Money(b) == a >= b);
}
