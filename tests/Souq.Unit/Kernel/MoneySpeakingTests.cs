using CsCheck;
using Souq.Kernel;

namespace Souq.Unit.Kernel;

public class MoneySpeakingTests
{
    [Theory]
    [InlineData(Language.Arabic, "1\u00A0250\u00A0000\u00A0دج")]
    [InlineData(Language.French, "1\u00A0250\u00A0000\u00A0DA")]
    [InlineData(Language.English, "1,250,000\u00A0DA")]
    public void A_price_is_grouped_and_carries_its_unit(Language language, string text) => new Money(1_250_000).In(language).ShouldBe(text);

    [Theory]
    [InlineData(9_999, null)]
    [InlineData(10_000, "مليون سنتيم")]
    [InlineData(15_000, "1,5 مليون سنتيم")]
    [InlineData(20_000, "مليونا سنتيم")]
    [InlineData(30_000, "3 ملايين سنتيم")]
    [InlineData(100_000, "10 ملايين سنتيم")]
    [InlineData(110_000, "11 مليون سنتيم")]
    [InlineData(1_000_000, "100 مليون سنتيم")]
    [InlineData(1_020_000, "102 مليون سنتيم")]
    [InlineData(1_030_000, "103 ملايين سنتيم")]
    [InlineData(1_250_000, "125 مليون سنتيم")]
    [InlineData(10_000_000, "مليار سنتيم")]
    [InlineData(10_010_000, "مليار ومليون سنتيم")]
    [InlineData(12_500_000, "مليار و250 مليون سنتيم")]
    [InlineData(20_000_000, "مليارا سنتيم")]
    [InlineData(20_050_000, "ملياران و5 ملايين سنتيم")]
    [InlineData(35_000_000, "3 ملايير و500 مليون سنتيم")]
    [InlineData(110_000_000, "11 مليار سنتيم")]
    public void Arabs_say_it_in_the_right_plural(long dinars, string? words) => new Money(dinars).Spoken(Language.Arabic).ShouldBe(words);

    [Theory]
    [InlineData(9_999, null)]
    [InlineData(10_000, "1 million de centimes")]
    [InlineData(19_900, "1,99 million de centimes")]
    [InlineData(1_250_000, "125 millions de centimes")]
    [InlineData(10_000_000, "1 milliard de centimes")]
    [InlineData(12_500_000, "1 milliard 250 millions de centimes")]
    [InlineData(20_000_000, "2 milliards de centimes")]
    [InlineData(100_000_000_000, "10\u00A0000 milliards de centimes")]
    public void The_french_say_it_in_millions_and_milliards(long dinars, string? words) => new Money(dinars).Spoken(Language.French).ShouldBe(words);

    [Theory]
    [InlineData(9_999, null)]
    [InlineData(1_255_000, "125.5 million centimes")]
    [InlineData(12_500_000, "1.25 billion centimes")]
    public void The_english_say_it_in_millions_and_billions(long dinars, string? words) => new Money(dinars).Spoken(Language.English).ShouldBe(words);

    [Theory]
    [InlineData(12_345, "1,23 million de centimes")]
    [InlineData(9_999_999, "1 milliard de centimes")]
    public void What_is_said_is_rounded_to_a_hundredth_of_a_million(long dinars, string words) =>
        new Money(dinars).Spoken(Language.French).ShouldBe(words);

    [Fact]
    public void A_price_written_out_reads_back() => Gen.Select(Gen.Long[0, 100_000_000_000], Gen.Enum<Language>()).Sample(
        (dinars, language) => Money.Amount(new Money(dinars).In(language)) == dinars);
}
