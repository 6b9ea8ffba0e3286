using CsCheck;
using Souq.Catalog;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Unit.Catalog;

public sealed class AttributeProperties
{
    private static readonly IReadOnlyList<Section> Sections = ShippedCatalog.Load().Sections;

    // What people type: a listed name or value, a number in some dress, or anything at all.
    private static readonly Gen<(Section Section, Dictionary<string, string?> Typed)> Filled =
        from section in Gen.Int[0, Sections.Count - 1].Select(at => Sections[at])
        from answers in Gen.Select(Gen.Int[0, 1_000_000], Gen.String, Gen.Int[0, 5]).Array[section.Attributes.Count]
        select (section, section.Attributes.Zip(answers).ToDictionary(a => a.First.Key, a => Answer(a.First, a.Second.Item1, a.Second.Item2, a.Second.Item3)));

    [Fact]
    public void Reading_never_throws_and_what_was_read_is_read_again_as_it_is() => Filled.Sample(filled =>
    {
        var (values, refusals) = AttributeRules.Read(filled.Section, filled.Typed);
        var (again, more) = AttributeRules.Read(filled.Section, values.ToDictionary(v => v.Key, v => (string?)v.Value));
        again.OrderBy(v => v.Key).ShouldBe(values.OrderBy(v => v.Key));
        more.ShouldAllBe(r => refusals.Any(first => first.Field == r.Field));
        foreach (var (key, value) in values)
            foreach (var language in Languages.All)
                AttributeRules.Display(filled.Section.Attribute(key)!, value, language).ShouldNotBeEmpty();
    }, iter: 3000);

    [Fact]
    public void A_model_whose_make_is_not_said_stays_what_it_is()
    {
        var parts = Sections.Single(s => s.Slug == "car-parts");
        foreach (var typed in new[] { "ميني", "Mini", "mini" })
        {
            var (values, _) = AttributeRules.Read(parts, new Dictionary<string, string?> { ["model"] = typed });
            AttributeRules.Read(parts, values.ToDictionary(v => v.Key, v => (string?)v.Value)).Values["model"].ShouldBe(values["model"], typed);
        }
    }

    [Fact]
    public void Every_choice_is_found_by_its_value_and_by_each_of_its_names()
    {
        foreach (var section in Sections)
            foreach (var attribute in section.Attributes)
                foreach (var choice in attribute.Choices)
                    foreach (var name in new[] { choice.Value, choice.Name.Ar, choice.Name.Fr, choice.Name.En })
                    {
                        var typed = new Dictionary<string, string?> { [attribute.Key] = name };
                        if (choice.Parent is not null) typed[attribute.DependsOn!] = choice.Parent;
                        AttributeRules.Read(section, typed).Values.GetValueOrDefault(attribute.Key)
                            .ShouldBe(choice.Value, $"{section.Slug}.{attribute.Key}: {name}");
                    }
    }

    private static string? Answer(AttributeDefinition attribute, int number, string text, int kind) => kind switch
    {
        0 => null,
        1 => text,
        2 => $"{number:N0} {attribute.Unit?.Fr}",
        3 => (number / 100m).ToString(Language.French.Culture()),
        _ when attribute.Choices.Count > 0 => attribute.Choices[number % attribute.Choices.Count].Name.In((Language)(number % 3)),
        _ => text + number,
    };
}
