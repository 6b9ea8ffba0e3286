using Souq.Kernel;
using Souq.Listings.Importing;
using Souq.Listings.Importing.Files;

namespace Souq.Unit.Listings.Importing;

/// <summary>A column “Marque” is the make of a car on one line and the brand of a phone on the next.</summary>
public sealed class AttributeNamesTests
{
    private static readonly AttributeNames Names = AttributeNames.Of(Given.Catalog);

    [Theory]
    [InlineData("cars", "attr.make")]
    [InlineData("Voitures", "attr.make")]
    [InlineData("smartphones", "attr.brand")]
    public void The_section_of_the_line_says_which_attribute_it_is(string section, string key) =>
        Names.In(Row(section, ("attr.make", "Samsung")))[key].ShouldBe("Samsung");

    [Fact]
    public void What_the_line_has_under_its_own_key_stays()
    {
        var row = Names.In(Row("smartphones", ("attr.make", "Renault"), ("attr.brand", "Samsung")));
        row["attr.brand"].ShouldBe("Samsung");
    }

    [Fact]
    public void A_line_without_a_section_stays_as_it_is() => Names.In(Row("", ("attr.make", "Samsung")))["attr.make"].ShouldBe("Samsung");

    [Theory]
    [InlineData(Language.Arabic)]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public void No_two_choices_read_alike(Language language)
    {
        var choices = Names.Choices(["brand", "make"], language);
        choices.Select(c => c.Text).ShouldBeUnique();
        choices.Count(c => c.Key is "make" or "brand").ShouldBe(2, "the file uses both");
        Names.Choices([], language).Count(c => c.Key is "make" or "brand").ShouldBe(1);
    }

    private static ImportRow Row(string section, params (string Key, string Value)[] values) =>
        new(2, values.Append(("section", section)).ToDictionary(v => v.Item1, v => v.Item2));
}
