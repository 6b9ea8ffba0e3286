using CsCheck;
using Souq.Kernel;

namespace Souq.Unit.Kernel;

public class PriceRulesTests
{
    [Theory]
    [InlineData(PriceType.Firm, 1L, null)]
    [InlineData(PriceType.Negotiable, 100_000_000_000L, null)]
    [InlineData(PriceType.Free, null, null)]
    [InlineData(PriceType.OnRequest, null, null)]
    [InlineData(PriceType.BestOffer, null, "Price.Required")]
    [InlineData(PriceType.Firm, 0L, "Price.OutOfBounds")]
    [InlineData(PriceType.Firm, 100_000_000_001L, "Price.OutOfBounds")]
    [InlineData(PriceType.Free, 5L, "Price.NotWanted")]
    public void A_price_carries_an_amount_exactly_when_its_type_does(PriceType type, long? dinars, string? refusal) =>
        PriceRules.Check(new Price(type, dinars)).Select(r => r.Key).ShouldBe(refusal is null ? [] : [refusal]);

    [Fact]
    public void A_refused_price_names_its_field() => PriceRules.Check(new Price(PriceType.Firm, null), "min").Single().Field.ShouldBe("min");

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
        PriceRules.ToDinars((decimal)amount, unit).ShouldBe(dinars);

    [Fact]
    public void No_amount_overflows() => Gen.Select(Gen.Decimal, Gen.Enum<PriceUnit>()).Sample((amount, unit) =>
        PriceRules.ToDinars(amount, unit) is null or (>= PriceRules.Least and <= PriceRules.Most)
        && PriceRules.ToDinars(decimal.MaxValue, unit) is null);

    [Fact]
    public void Dinars_in_any_unit_come_back_whole() => Gen.Select(Gen.Long[PriceRules.Least, PriceRules.Most], Gen.Enum<PriceUnit>()).Sample(
        (dinars, unit) => PriceRules.ToDinars(PriceRules.FromDinars(dinars, unit), unit) == dinars);
}
