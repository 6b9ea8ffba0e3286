using Souq.Listings.Suggesting;

namespace Souq.Unit.Search;

/// <summary>What somebody may have meant who finds nothing.</summary>
public class MisspeltTests
{
    private static readonly KnownWords Known = SuggestionTests.KnownOf(
        ("samsung", 40), ("golf", 25), ("renault", 22), ("clio", 20), ("oran", 9), ("ثلاجه", 12), ("غساله", 8), ("table", 30), ("cable", 4), ("iphone", 50), ("refrigerateur", 6));

    [Theory]
    [InlineData("samsong", "samsung")]
    [InlineData("Samsong S21", "samsung S21")]
    [InlineData("toyta", "toyota")]
    [InlineData("toyoat corolla", "toyota corolla")]
    [InlineData("renalut clio", "renault clio")]
    [InlineData("reno clio", "renault clio")]
    [InlineData("refregirateur", "refrigerateur")]
    [InlineData("هيوندااي", "هيونداي")]
    [InlineData("ثلاحة", "ثلاجه")]
    [InlineData("golf orann", "golf oran")]
    [InlineData("iphne13", "iphone 13")]
    [InlineData("\"golf gti\" samsong", "\"golf gti\" samsung")]
    public void A_word_nobody_uses_becomes_the_nearest_that_somebody_does(string typed, string meant) => Misspelt.Corrected(typed, Known).ShouldBe(meant);

    [Theory]
    [InlineData("samsung")]
    [InlineData("هونداي")]
    [InlineData("هيونداي")]
    [InlineData("قولف")]
    [InlineData("clios")]
    [InlineData("الثلاجة")]
    [InlineData("land rover")]
    [InlineData("2080")]
    [InlineData("glf")]
    [InlineData("qwertyuiop")]
    [InlineData("\"samsong\"")]
    [InlineData("\"golf samsong")]
    [InlineData("golf -samsong")]
    [InlineData("")]
    [InlineData("a\u0001b")]
    public void What_is_known_short_quoted_or_like_nothing_stays(string typed) => Misspelt.Corrected(typed, Known).ShouldBeNull();

    [Fact]
    public void Of_two_as_near_the_one_of_more_adverts_is_meant() => Misspelt.Corrected("gable", Known).ShouldBe("table");

    [Theory]
    [InlineData("golf", "golf", 0)]
    [InlineData("golf", "gofl", 1)]
    [InlineData("toyta", "toyota", 1)]
    [InlineData("samsong", "samsung", 1)]
    [InlineData("قولف", "غولف", 1)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    public void Slips_are_counted(string first, string second, int slips)
    {
        Slips.Between(first, second).ShouldBe(slips);
        Slips.Between(second, first).ShouldBe(slips);
    }
}
