using CsCheck;
using Souq.Kernel;

namespace Souq.Unit.Kernel;

public class MoneyReadingTests
{
    [Theory]
    [InlineData("1 250 000", 1_250_000)]
    [InlineData("1\u202F250\u00A0000 DA", 1_250_000)]
    [InlineData("1.250.000", 1_250_000)]
    [InlineData("1,250,000", 1_250_000)]
    [InlineData("1'250'000", 1_250_000)]
    [InlineData("1.250.000,50", 1_250_000.5)]
    [InlineData("1,250,000.50", 1_250_000.5)]
    [InlineData("2.500", 2_500)]
    [InlineData("125,5", 125.5)]
    [InlineData("125.75", 125.75)]
    [InlineData("0,125", 0.125)]
    [InlineData("٤١٠", 410)]
    [InlineData("١٬٢٥٠٬٠٠٠٫٥", 1_250_000.5)]
    [InlineData("2500 دج", 2_500)]
    [InlineData("\u200F2500 د.ج", 2_500)]
    [InlineData(" 2500dinars ", 2_500)]
    [InlineData("0", 0)]
    public void An_amount_is_read_as_people_type_it(string text, double amount) => Money.Amount(text).ShouldBe((decimal)amount);

    [Fact]
    public void A_milliard_has_decimals_and_no_thousands()
    {
        Money.Amount("1.250", PriceUnit.Milliard).ShouldBe(1.25m);
        Money.Amount("1.250", PriceUnit.Million).ShouldBe(1250m);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("DA")]
    [InlineData("-5")]
    [InlineData("12 millions")]
    [InlineData("1e9")]
    [InlineData("1..5")]
    [InlineData(",5")]
    [InlineData("5,")]
    [InlineData("1,25,000")]
    [InlineData("1250,000")]
    [InlineData("1.250,000,00")]
    [InlineData("1234567890123456789")]
    public void What_is_no_amount_is_not_guessed(string? text) => Money.Amount(text).ShouldBeNull();

    [Theory]
    [InlineData("125 million", PriceUnit.Dinar, 1_250_000)]
    [InlineData("125 millions de centimes", PriceUnit.Dinar, 1_250_000)]
    [InlineData("125 مليون", PriceUnit.Dinar, 1_250_000)]
    [InlineData("125 مليون سنتيم", PriceUnit.Milliard, 1_250_000)]
    [InlineData("1.2 milliard", PriceUnit.Million, 12_000_000)]
    [InlineData("3 ملايير", PriceUnit.Dinar, 30_000_000)]
    [InlineData("2500 DA", PriceUnit.Million, 2_500)]
    [InlineData("2500", PriceUnit.Million, 25_000_000)]
    public void A_unit_said_with_the_amount_wins_over_the_one_chosen(string text, PriceUnit chosen, long dinars) =>
        Money.Read(text, chosen).ShouldBe(new Money(dinars));

    [Fact]
    public void What_is_said_is_read_back() => Gen.Select(Gen.Long[1, 9_999_999].Select(n => n * 10_000), Gen.Enum<Language>()).Sample((dinars, language) =>
    {
        // One number and its unit: what is said in two, such as a milliard and five millions, is for the ear.
        var said = new Money(dinars).Spoken(language)!;
        if (language != Language.English && dinars % 10_000_000 == 0 && dinars > 20_000_000) Money.Read(said).ShouldBe(new Money(dinars), said);
    });

    [Fact]
    public void Reading_never_throws() => Gen.String.Sample(text => Money.Amount(text) is null or >= 0);

    [Fact]
    public void Reading_digits_and_marks_never_throws() =>
        Gen.String["0123456789., '٤٬٫-"].Sample(text => Money.Amount(text) is null or >= 0, iter: 20_000);
}
