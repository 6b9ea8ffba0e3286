using Souq.Catalog.Contracts;
using Souq.Catalog.Editing;
using Souq.Kernel;

namespace Souq.Unit.Catalog;

/// <summary>What a section may ask, and how.</summary>
public sealed class AskedRules
{
    [Fact]
    public void Whatever_the_delivered_sections_ask_may_be_asked()
    {
        foreach (var section in Given.Delivered.Sections)
            foreach (var shape in section.Definition.Attributes)
                AttributeShapeRules.Check(shape, shape.Key, section, Given.Delivered).ShouldBeEmpty($"{section.Definition.Slug}.{shape.Key}");
    }

    [Theory]
    [InlineData("", "Attribute.BadKey")]
    [InlineData("Année", "Attribute.BadKey")]
    [InlineData("1st", "Attribute.BadKey")]
    [InlineData("mileage", "Attribute.KeyTaken")]
    public void A_key_is_one_latin_word_that_is_free(string key, string reason) =>
        Check("cars", Given.Asked(key, AttributeKind.Text)).ShouldBe([(reason, "key")]);

    [Fact]
    public void Numbers_have_bounds_the_right_way_round_few_decimals_and_a_unit_in_every_language()
    {
        Check("cars", Given.Asked("doors", AttributeKind.Number) with { Min = 5, Max = 2, Decimals = 9, Unit = new LocalizedText("باب", "", "doors") })
            .ShouldBe([("Attribute.BoundsReversed", "max"), ("Attribute.BadDecimals", "decimals"), ("Attribute.BadUnit", "unit_fr")]);
        Check("cars", Given.Asked("doors", AttributeKind.Number) with { Min = 2, Max = 5 }).ShouldBeEmpty();
    }

    [Fact]
    public void A_choice_needs_a_list_that_exists()
    {
        Check("cars", Given.Asked("seats", AttributeKind.Choice)).ShouldBe([("Attribute.ListUnknown", "list")]);
        Check("cars", Given.Asked("seats", AttributeKind.Choices) with { List = "nothing" }).ShouldBe([("Attribute.ListUnknown", "list")]);
        Check("cars", Given.Asked("seats", AttributeKind.Text) with { List = "nothing", DependsOn = "nothing" }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("seats", "Attribute.DependsOnItself")]
    [InlineData("nothing", "Attribute.DependsOnUnknown")]
    [InlineData("year", "Attribute.DependsOnUnknown")]
    [InlineData("model", null)]
    public void What_it_depends_on_is_another_choice_asked_here(string on, string? reason) =>
        Check("vans", Given.Asked("seats", AttributeKind.Choice) with { List = "colours", DependsOn = on })
            .ShouldBe(reason is null ? [] : [(reason, "depends_on")]);

    [Fact]
    public void Two_that_wait_for_each_other_are_refused()
    {
        var make = Given.Section("cars").Definition.Attribute("make")! with { DependsOn = "version" };
        AttributeShapeRules.Check(make, "make", Given.Section("cars"), Given.Delivered).Select(r => (r.Key, r.Field))
            .ShouldBe([("Attribute.DependsOnCyclic", "depends_on")]);
    }

    [Fact]
    public void A_kind_that_adverts_were_written_with_stays_but_words_and_open_choices_read_each_other()
    {
        Check("cars", Given.Asked("mileage", AttributeKind.Text), "mileage").ShouldBe([("Attribute.KindFixed", "kind")]);
        Check("cars", Given.Asked("version", AttributeKind.Text), "version").ShouldBeEmpty();
        Check("computers", Given.Asked("model", AttributeKind.Choice) with { List = "processors", Open = true }, "model").ShouldBeEmpty();
        Check("computers", Given.Asked("model", AttributeKind.Choice) with { List = "processors" }, "model").ShouldBe([("Attribute.KindFixed", "kind")]);
    }

    [Fact]
    public void A_key_once_asked_for_a_number_is_not_asked_again_for_words()
    {
        var cars = Given.Section("cars");
        var without = cars.Apply(new Souq.Catalog.Sections.SectionRevised(
            cars.Definition with { Attributes = [.. cars.Definition.Attributes.Where(a => a.Key != "mileage")] }, null, Given.Admin));
        AttributeShapeRules.Check(Given.Asked("mileage", AttributeKind.Text).Shape(), null, without, Given.With(without))
            .Select(r => r.Key).ShouldBe(["Attribute.KindFixed"]);
    }

    private static IReadOnlyList<(string, string?)> Check(string slug, AttributeDraft draft, string? replaces = null) =>
        [.. AttributeShapeRules.Check(draft.Shape(), replaces, Given.Section(slug), Given.Delivered).Select(r => (r.Key, r.Field))];
}
