using Souq.Kernel;

namespace Souq.Unit.Kernel;

public class PriceRulesTests
{
    [Theory]
    [InlineData(PriceType.Firm, 1L, null)]
    [InlineData(PriceType.Negotiable, 100_000_000_000L, null)]
    [InlineData(PriceType.Free, null, null)]
    [InlineData(PriceType.OnRequest, null, null)]
    [InlineData(PriceType.Exchange, null, null)]
    [InlineData(PriceType.Exchange, 5_000L, null)]
    [InlineData(PriceType.BestOffer, null, "Price.Required")]
    [InlineData(PriceType.Firm, 0L, "Price.OutOfBounds")]
    [InlineData(PriceType.Firm, 100_000_000_001L, "Price.OutOfBounds")]
    [InlineData(PriceType.Free, 5L, "Price.NotWanted")]
    public void A_price_carries_an_amount_exactly_when_its_type_does(PriceType type, long? dinars, string? refusal) =>
        PriceRules.Check(new Price(type, dinars)).Select(r => r.Key).ShouldBe(refusal is null ? [] : [refusal]);

    [Fact]
    public void A_refused_price_names_its_field() => PriceRules.Check(new Price(PriceType.Firm, null), "min").Single().Field.ShouldBe("min");
}
