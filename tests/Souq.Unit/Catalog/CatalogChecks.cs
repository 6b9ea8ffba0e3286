using Souq.Catalog;
using Souq.Catalog.Checking;
using Souq.Catalog.Choices;
using Souq.Catalog.Contracts;
using Souq.Catalog.Sections;
using Souq.Kernel;

namespace Souq.Unit.Catalog;

/// <summary>The check of the delivered catalog, and that it bites.</summary>
public sealed class CatalogChecks
{
    private static readonly SectionDefinition[] Sections = [.. ShippedCatalog.Sections.Select(s => s.Value)];
    private static readonly ChoiceList[] Lists = [.. ShippedCatalog.Lists.Select(l => l.Value)];

    [Fact]
    public void Nothing_is_wrong_with_the_delivered_catalog() => CatalogCheck.OfDelivery().Select(f => f.ToString()).ShouldBeEmpty();

    [Fact]
    public void It_holds_what_a_market_needs_to_open() => Figures.Of(ShippedCatalog.Load()).ShouldAllBe(f => f.Count >= f.Least);

    [Theory]
    [InlineData("Boats", "Bateaux", "Boats", "has Latin letters in its Arabic name: Boats")]
    [InlineData("Bateaux", "Bateaux", "Boats", "is not translated into Arabic: Bateaux")]
    [InlineData("قوارب", "", "Boats", "has no name in French")]
    [InlineData("قوارب", "قوارب", "Boats", "stands in Arabic letters in French: قوارب")]
    [InlineData("قوارب", "Bateaux ", "Boats", "has stray blanks in French")]
    [InlineData("قوارب GPL", "Bateaux GPL", "LPG boats", null)]
    public void What_is_not_translated_is_found(string ar, string fr, string en, string? problem) =>
        Of("boats", s => s with { Name = new LocalizedText(ar, fr, en) }).ShouldBe(problem is null ? [] : [new Finding("boats", problem)]);

    [Fact]
    public void What_nobody_gets_to_is_found()
    {
        Of("boats", s => s with { ParentId = 99 }).ShouldContain(new Finding("boats", "stands under no top section"));
        Of("boats", s => s with { ParentId = s.Id }).ShouldContain(new Finding("boats", "stands under no top section"));
        Of("boats", s => s with { TakesAdverts = false }).ShouldBe([new Finding("boats", "takes no adverts and gathers nothing")]);
        Of("boats", s => s with { Icon = "yacht" }).ShouldBe([new Finding("boats", "has an icon that is not drawn: yacht")]);
        Of("boats", s => s with { PriceTypes = [] }).ShouldBe([new Finding("boats", "allows no price")]);
        Of("boats", s => s with { Slug = "cars" }).ShouldContain(new Finding("cars", "is the slug of two sections"));
        Of("vans", s => s with { Without = [.. s.Without, "wings"] }).ShouldBe([new Finding("vans", "does without wings, which nothing above it asks")]);
    }

    [Fact]
    public void A_question_that_cannot_be_answered_is_found()
    {
        Of("boats", s => Asking(s, "type", a => a with { List = "nothing" })).ShouldContain(new Finding("boats.type", "chooses from a list that is empty or missing: nothing"));
        Of("boats", s => Asking(s, "type", a => a with { List = "nothing" })).ShouldContain(new Finding("boat-types", "is a list no attribute uses"));
        Of("boats", s => Asking(s, "length", a => a with { Min = 5, Max = 1 })).ShouldBe([new Finding("boats.length", "has bounds nothing is between")]);
        Of("boats", s => Asking(s, "type", a => a with { DependsOn = "nothing" })).ShouldContain(new Finding("boats.type", "depends on nothing, which is not asked"));
    }

    [Fact]
    public void A_choice_that_cannot_be_made_is_found()
    {
        Of("car-models", l => [.. l, new AttributeChoice("ghost", new("شبح", "Ghost", "Ghost"), "no-make")])
            .ShouldBe([new Finding("cars.model/no-make/ghost", "stands under no-make, which cannot be chosen")]);
        Of("colours", l => [.. l, l[0] with { Value = "twin" }]).ShouldContain(f => f.Where.EndsWith(".colour/twin", StringComparison.Ordinal) && f.Problem.StartsWith("is not what", StringComparison.Ordinal));
        Of("colours", l => [.. l, l[0]]).ShouldContain(f => f.Problem == "stands in the list twice");
    }

    private static IReadOnlyList<Finding> Of(string slug, Func<SectionDefinition, SectionDefinition> change) =>
        CatalogCheck.Of([.. Sections.Select(s => s.Slug == slug ? change(s) : s)], Lists, ShippedCatalog.Territory);

    private static IReadOnlyList<Finding> Of(string list, Func<IReadOnlyList<AttributeChoice>, IReadOnlyList<AttributeChoice>> change) =>
        CatalogCheck.Of(Sections, [.. Lists.Select(l => l.Key == list ? l with { Choices = change(l.Choices) } : l)], ShippedCatalog.Territory);

    private static SectionDefinition Asking(SectionDefinition section, string key, Func<AttributeShape, AttributeShape> change) =>
        section with { Attributes = [.. section.Attributes.Select(a => a.Key == key ? change(a) : a)] };
}
