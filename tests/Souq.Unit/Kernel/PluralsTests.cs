using Souq.Kernel;

namespace Souq.Unit.Kernel;

public class PluralsTests
{
    /// <summary>The integer samples of the CLDR cardinal rules (plurals.xml).</summary>
    [Theory]
    [InlineData(Language.Arabic, PluralCategory.Zero, "0")]
    [InlineData(Language.Arabic, PluralCategory.One, "1")]
    [InlineData(Language.Arabic, PluralCategory.Two, "2")]
    [InlineData(Language.Arabic, PluralCategory.Few, "3~10 103~110 1003")]
    [InlineData(Language.Arabic, PluralCategory.Many, "11~26 99 111~126 1011")]
    [InlineData(Language.Arabic, PluralCategory.Other, "100~102 200~202 300~302 400~402 500~502 600 1000 10000 100000 1000000")]
    [InlineData(Language.French, PluralCategory.One, "0 1")]
    [InlineData(Language.French, PluralCategory.Many, "1000000 2000000")]
    [InlineData(Language.French, PluralCategory.Other, "2~17 100 1000 10000 100000 1000001")]
    [InlineData(Language.English, PluralCategory.One, "1")]
    [InlineData(Language.English, PluralCategory.Other, "0 2~16 100 1000 10000 100000 1000000")]
    public void A_number_takes_the_form_of_the_cldr_table(Language language, PluralCategory category, string samples)
    {
        foreach (var n in Numbers(samples))
            Plurals.Of(n, language).ShouldBe(category, $"{n} in {language}");
    }

    [Fact]
    public void Negative_numbers_take_the_form_of_their_size()
    {
        Plurals.Of(-2, Language.Arabic).ShouldBe(PluralCategory.Two);
        Plurals.Of(long.MinValue, Language.Arabic).ShouldBe(PluralCategory.Few);
    }

    [Fact]
    public void A_category_ends_a_resource_key() =>
        Enum.GetValues<PluralCategory>().Select(c => c.Key()).ShouldBe(["zero", "one", "two", "few", "many", "other"]);

    private static IEnumerable<long> Numbers(string samples) => samples.Split(' ').Select(s => s.Split('~').Select(long.Parse).ToArray())
        .SelectMany(ends => Enumerable.Range(0, (int)(ends[^1] - ends[0]) + 1).Select(i => ends[0] + i));
}
