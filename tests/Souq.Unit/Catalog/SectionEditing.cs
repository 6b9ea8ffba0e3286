using Souq.Catalog.Editing;
using Souq.Catalog.Sections;
using Souq.Kernel;

namespace Souq.Unit.Catalog;

public sealed class SectionEditing
{
    [Fact]
    public void A_section_left_as_it_is_is_no_change() => Revise("phones", Given.Draft("phones")).ShouldBeEmpty();

    [Fact]
    public void A_change_says_who_made_it_and_when_and_keeps_what_is_asked()
    {
        var revised = Revise("phones", Given.Draft("phones") with { LifeDays = 45 }).ShouldHaveSingleItem().ShouldBeOfType<SectionRevised>();
        (revised.RevisedBy, revised.At, revised.Section.LifeDays, revised.ShippedVersion).ShouldBe((Given.Admin, Given.Now, 45, null));
        revised.Section.Attributes.ShouldBe(Given.Section("phones").Definition.Attributes);
    }

    [Theory]
    [InlineData("", "Section.BadSlug")]
    [InlineData("Téléphones", "Section.BadSlug")]
    [InlineData("a b", "Section.BadSlug")]
    [InlineData("-a", "Section.BadSlug")]
    [InlineData("a\n", null)]
    [InlineData("cars", "Section.SlugTaken")]
    [InlineData("CARS", "Section.SlugTaken")]
    [InlineData("mobiles", null)]
    public void The_name_in_addresses_is_one_word_that_nobody_has(string slug, string? key) =>
        Refused("phones", Given.Draft("phones") with { Slug = slug }).ShouldBe(key is null ? [] : [(key, "slug")]);

    [Fact]
    public void A_name_that_another_section_once_had_is_still_its_own()
    {
        var renamed = Given.With(Given.Section("cars").Apply(Renamed("cars", "vehicles")));
        Given.Reasons(() => Revise("phones", Given.Draft("phones") with { Slug = "cars" }, renamed)).ShouldBe([("Section.SlugWasTaken", "slug")]);
        Revise(renamed.Section(100)!, Given.Draft("cars"), renamed).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_section_stands_neither_under_itself_nor_under_what_is_under_it()
    {
        Refused("cars", Given.Draft("cars") with { ParentId = 100 }).ShouldBe([("Section.ParentCyclic", "parent")]);
        Refused("cars", Given.Draft("cars") with { ParentId = 103 }).ShouldBe([("Section.ParentCyclic", "parent")]);
        Refused("cars", Given.Draft("cars") with { ParentId = 9 }).ShouldBe([("Section.ParentUnknown", "parent")]);
        Refused("boats", Given.Draft("boats") with { ParentId = 900 }).ShouldBeEmpty();
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once_each_at_its_field()
    {
        var bad = new SectionDraft(null, -1, "x", new LocalizedText(" ", "", new string('n', 61)), "no-such-icon", 0, 99, [], [], false, true, true, []);
        Refused("phones", bad).ShouldBe(
        [
            ("Name.Required", "name_ar"), ("Name.Required", "name_fr"), ("Name.TooLong", "name_en"), ("Section.BadOrder", "order"),
            ("Section.IconUnknown", "icon"), ("Section.BadLife", "life_days"), ("Section.BadPhotos", "photo_limit"),
            ("Section.PriceTypesRequired", "price_types"), ("Section.PricePersRequired", "price_pers"),
        ]);
    }

    [Fact]
    public void What_a_model_depends_on_cannot_be_left_out()
    {
        Refused("vans", Given.Draft("vans") with { Without = ["body", "make"] }).ShouldBe([("Attribute.DependsOnMissing", "without")]);
        Refused("vans", Given.Draft("vans") with { Without = ["body", "make", "model", "version"] }).ShouldBeEmpty();
    }

    [Fact]
    public void Who_saw_an_older_state_is_told()
    {
        var section = Given.Section("phones") with { Version = 3 };
        Given.Reasons(() => section.MustBe(2)).ShouldBe([("Desk.ChangedMeanwhile", null)]);
        section.MustBe(3);
    }

    [Fact]
    public void A_new_section_has_a_number_that_no_delivery_will_bring()
    {
        var first = AddSectionHandler.Decide(new AddSection(Given.Admin, Given.Draft("boats") with { Slug = "yachts" }), Given.Delivered, Given.Now);
        first.Section.Id.ShouldBe(AddSectionHandler.FirstOwnId);
        var second = AddSectionHandler.Decide(
            new AddSection(Given.Admin, Given.Draft("boats") with { Slug = "kayaks" }), Given.With(CatalogSection.Create(first)), Given.Now);
        second.Section.Id.ShouldBe(first.Section.Id + 1);
        Given.Reasons(() => AddSectionHandler.Decide(new AddSection(Given.Admin, Given.Draft("boats")), Given.Delivered, Given.Now))
            .ShouldBe([("Section.SlugTaken", "slug")]);
    }

    [Fact]
    public void A_section_that_goes_under_another_top_takes_all_below_it_along()
    {
        var (_, messages) = Revision.Of(Given.Section("phones"), Given.Section("phones").Definition with { ParentId = 500 }, Given.Admin, Given.Delivered, Given.Now);
        var fact = messages.ShouldHaveSingleItem().ShouldBeOfType<Souq.Catalog.Contracts.SectionsMoved>();
        fact.TopSectionId.ShouldBe(500);
        fact.SectionIds.ShouldBe([300, .. Enumerable.Range(301, 12)], ignoreOrder: true);
        Revision.Of(Given.Section("phones"), Given.Section("phones").Definition with { LifeDays = 9 }, Given.Admin, Given.Delivered, Given.Now)
            .Item2.ShouldBeEmpty();
    }

    internal static SectionRevised Renamed(string slug, string to) => new(Given.Section(slug).Definition with { Slug = to }, null, Given.Admin, Given.Now);

    private static IReadOnlyList<object> Revise(string slug, SectionDraft draft, CatalogState? state = null) => Revise(Given.Section(slug), draft, state ?? Given.Delivered);

    private static IReadOnlyList<object> Revise(CatalogSection section, SectionDraft draft, CatalogState state) =>
        [.. Revision.Of(section, draft.Of(section.Definition.Id, section.Definition.Attributes), Given.Admin, state, Given.Now).Item1];

    private static IReadOnlyList<(string, string?)> Refused(string slug, SectionDraft draft) =>
        [.. SectionRules.Check(draft.Of(Given.Section(slug).Definition.Id, Given.Section(slug).Definition.Attributes), Given.Delivered).Select(r => (r.Key, r.Field))];
}
