using CsCheck;
using Souq.Kernel;

namespace Souq.Unit.Kernel;

public class PhoneNumberTests
{
    [Theory]
    [InlineData("0550123456", "+213550123456", "0550 12 34 56")]
    [InlineData("0550 12 34 56", "+213550123456", "0550 12 34 56")]
    [InlineData("+213 550-12.34.56", "+213550123456", "0550 12 34 56")]
    [InlineData("00213661123456", "+213661123456", "0661 12 34 56")]
    [InlineData("213770123456", "+213770123456", "0770 12 34 56")]
    [InlineData("+213 (0) 770 12 34 56", "+213770123456", "0770 12 34 56")]
    [InlineData("٠٥٥٠١٢٣٤٥٦", "+213550123456", "0550 12 34 56")]
    [InlineData("\u202A+213 550 12 34 56\u202C", "+213550123456", "0550 12 34 56")]
    [InlineData("021 63 12 34", "+21321631234", "021 63 12 34")]
    public void A_number_is_read_as_people_type_it(string text, string e164, string display)
    {
        var number = PhoneNumber.Parse(text).ShouldNotBeNull();
        number.E164.ShouldBe(e164);
        number.Display.ShouldBe(display);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0850123456")]
    [InlineData("055012345")]
    [InlineData("05501234567")]
    [InlineData("550123456")]
    [InlineData("+33612345678")]
    [InlineData("0550 12 34 56 (Ali)")]
    [InlineData("0550+123456")]
    [InlineData("+")]
    public void Other_numbers_are_refused(string? text) => PhoneNumber.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Spellings_of_one_number_are_equal() => PhoneNumber.Parse("0550123456").ShouldBe(PhoneNumber.Parse("+213550123456"));

    [Fact]
    public void A_number_in_a_log_is_masked()
    {
        $"{PhoneNumber.Parse("0550123456")}".ShouldNotContain("550");
        $"{PhoneNumber.Parse("021631234")}".ShouldNotContain("2163");
    }

    [Fact]
    public void Reading_never_throws() => Gen.String.Sample(text => PhoneNumber.TryParse(text, out var number) == number is not null);

    [Fact]
    public void What_is_read_reads_back_from_both_its_forms() => Gen.String["0123456789+ "].Sample(
        text => PhoneNumber.Parse(text) is not { } number || (PhoneNumber.Parse(number.E164) == number && PhoneNumber.Parse(number.Display) == number),
        iter: 20_000);
}
