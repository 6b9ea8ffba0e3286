using System.Text.RegularExpressions;
using Souq.Catalog;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Unit.Catalog;

public sealed partial class ShippedDataRules
{
    private static readonly CatalogSnapshot Catalog = ShippedCatalog.Load();

    [Fact]
    public void The_twelve_top_sections_stand_in_the_order_people_know() =>
        Catalog.TopSections.Select(s => s.Slug).ShouldBe(
            ["cars", "property", "phones", "clothes", "computers", "home", "work", "services", "leisure", "children", "animals", "other"]);

    [Fact]
    public void There_are_subsections_for_everything_people_offer() => Catalog.Sections.Count(s => s.ParentId is not null).ShouldBeGreaterThan(60);

    [Fact]
    public void Ids_and_slugs_are_unique_and_slugs_fit_in_addresses()
    {
        Catalog.Sections.Select(s => s.Id).ShouldBeUnique();
        Catalog.Sections.Select(s => s.Slug).ShouldBeUnique();
        Catalog.Sections.ShouldAllBe(s => Slug().IsMatch(s.Slug));
    }

    [Fact]
    public void Everything_has_a_name_in_each_language()
    {
        var names = Catalog.Sections.Select(s => s.Name)
            .Concat(Attributes().Select(a => a.Name))
            .Concat(Attributes().Select(a => a.Unit).OfType<LocalizedText>())
            .Concat(Attributes().SelectMany(a => a.Choices).Select(c => c.Name))
            .Concat(Catalog.Territory.Wilayas.Select(w => w.Name))
            .Concat(Catalog.Territory.Communes.Select(c => c.Name));
        foreach (var name in names)
            Languages.All.ShouldAllBe(language => name.In(language).Length > 0 && name.In(language) == name.In(language).Trim());
    }

    [Fact]
    public void Every_section_is_reachable_from_a_top_section() => Catalog.Sections.Count.ShouldBe(ShippedCatalog.Sections.Count);

    [Fact]
    public void Every_section_has_an_icon_that_is_drawn()
    {
        using var reader = new StreamReader(typeof(ShippedDataRules).Assembly.GetManifestResourceStream("icons.svg")!);
        var sprite = reader.ReadToEnd();
        Catalog.Sections.Where(s => !sprite.Contains($"id=\"{s.Icon}\"", StringComparison.Ordinal)).Select(s => s.Icon).ShouldBeEmpty();
    }

    [Fact]
    public void Limits_and_prices_make_sense()
    {
        Catalog.Sections.ShouldAllBe(s => s.LifeDays >= 30 && s.LifeDays <= 90 && s.PhotoLimit >= 5 && s.PhotoLimit <= 20);
        Catalog.Sections.ShouldAllBe(s => s.PriceTypes.Count > 0 && s.PriceTypes.Distinct().Count() == s.PriceTypes.Count);
    }

    [Fact]
    public void What_a_section_does_without_is_something_its_parent_has()
    {
        foreach (var section in ShippedCatalog.Sections.Select(s => s.Value).Where(s => s.Without.Count > 0))
            section.Without.Except(Catalog.Section(section.ParentId!.Value)!.Attributes.Select(a => a.Key)).ShouldBeEmpty(section.Slug);
    }

    [Fact]
    public void Every_list_is_used_and_every_used_list_exists() =>
        ShippedCatalog.Sections.SelectMany(s => s.Value.Attributes).Select(a => a.List).OfType<string>().Distinct().Order()
            .ShouldBe(ShippedCatalog.Lists.Where(l => !l.Value.AreWords).Select(l => l.Value.Key).Order());

    [Fact]
    public void Attributes_are_well_formed()
    {
        foreach (var section in Catalog.Sections)
        {
            section.Attributes.Select(a => a.Key).ShouldBeUnique(section.Slug);
            foreach (var attribute in section.Attributes)
            {
                Key().IsMatch(attribute.Key).ShouldBeTrue(attribute.Key);
                (attribute.Choices.Count > 0).ShouldBe(attribute.Kind is AttributeKind.Choice or AttributeKind.Choices, attribute.Key);
                (attribute.Min > attribute.Max).ShouldBeFalse(attribute.Key);
            }
        }
    }

    [Fact]
    public void Choices_have_distinct_values_and_the_same_value_has_the_same_name_everywhere()
    {
        foreach (var attribute in Attributes())
        {
            attribute.Choices.Select(c => (c.Parent, c.Value)).ShouldBeUnique(attribute.Key);
            attribute.Choices.ShouldAllBe(c => Slug().IsMatch(c.Value));
            attribute.Choices.GroupBy(c => c.Value).ShouldAllBe(same => same.Select(c => c.Name).Distinct().Count() == 1);
        }
    }

    [Fact]
    public void Names_of_several_choices_hold_no_separator() =>
        Attributes().Where(a => a.Kind == AttributeKind.Choices).SelectMany(a => a.Choices)
            .ShouldAllBe(c => Languages.All.All(l => !Separator().IsMatch(c.Name.In(l))));

    [Fact]
    public void Dependent_choices_stand_under_a_choice_that_exists()
    {
        foreach (var section in Catalog.Sections)
            foreach (var attribute in section.Attributes)
            {
                var parents = section.Attributes.SingleOrDefault(a => a.Key == attribute.DependsOn)?.Choices.Select(c => c.Value).ToHashSet();
                if (attribute.DependsOn is not null) parents.ShouldNotBeNull($"{section.Slug}.{attribute.Key}");
                attribute.Choices.Select(c => c.Parent).OfType<string>().Distinct().Except(parents ?? []).ShouldBeEmpty(attribute.Key);
            }
    }

    private static IEnumerable<AttributeDefinition> Attributes() => Catalog.Sections.SelectMany(s => s.Attributes);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Slug();

    [GeneratedRegex("[,;|\u060C]")]
    private static partial Regex Separator();

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex Key();
}
