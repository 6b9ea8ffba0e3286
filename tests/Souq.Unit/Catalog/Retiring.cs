using Souq.Catalog.Editing;
using Souq.Catalog.Sections;
using Souq.Digests.Subscribing;

namespace Souq.Unit.Catalog;

public sealed class Retiring
{
    [Theory]
    [InlineData(0)]
    [InlineData(111)]
    [InlineData(99999)]
    public void A_section_is_closed_into_another_that_takes_adverts(int to) =>
        Check(new RetireSection(111, 1, Given.Admin, to), "boats").ShouldBe([("Section.MovesToUnknown", "moves_to")]);

    [Fact]
    public void A_section_with_open_sections_below_stays() =>
        Check(new RetireSection(100, 1, Given.Admin, 200), "cars").ShouldBe([("Section.HasSubsections", null)]);

    [Fact]
    public void A_closed_section_is_offered_nowhere_and_known_by_its_id()
    {
        var catalog = Given.With(Boats.Apply(new SectionRetired(Given.Admin, 112, Given.Now))).Snapshot();
        catalog.Section("boats").ShouldBeNull();
        catalog.ChildrenOf(100).ShouldNotContain(s => s.Id == 111);
        catalog.Section(111).ShouldNotBeNull().TakesAdverts.ShouldBeFalse();
        catalog.PathOf(111).Select(s => s.Slug).ShouldBe(["cars", "boats"]);
        catalog.MovedSlug("boats")!.Slug.ShouldBe("trailers");
        (catalog.Standing(111)!.Id, catalog.Standing(112)!.Id, catalog.Standing(9)).ShouldBe((112, 112, null));
        new DigestTopic(111, 16, null).Query(catalog).ShouldBe("section=trailers&wilaya=16");
    }

    [Fact]
    public void Old_names_lead_to_the_section_of_today_however_often_it_changed()
    {
        var renamed = Boats.Apply(SectionEditing.Renamed("boats", "ships")).Apply(SectionEditing.Renamed("boats", "vessels"));
        var catalog = Given.With(renamed).Snapshot();
        foreach (var slug in new[] { "boats", "ships" })
        {
            catalog.Section(slug).ShouldBeNull();
            catalog.MovedSlug(slug)!.Id.ShouldBe(111);
        }

        catalog.MovedSlug("vessels").ShouldBeNull();
        catalog.MovedSlug("nothing").ShouldBeNull();
        var back = renamed.Apply(SectionEditing.Renamed("boats", "boats"));
        back.FormerSlugs.ShouldBe(["ships", "vessels"], ignoreOrder: true);
        Given.With(back).Snapshot().MovedSlug("boats").ShouldBeNull();
    }

    [Fact]
    public void Links_follow_a_successor_that_was_closed_itself()
    {
        var trailers = Given.Section("trailers");
        var state = Given.With(Boats.Apply(SectionEditing.Renamed("boats", "ships")).Apply(new SectionRetired(Given.Admin, 112, Given.Now)));
        state = state with { Sections = [.. state.Sections.Where(s => s.Definition.Id != 112), trailers.Apply(new SectionRetired(Given.Admin, 101, Given.Now))] };
        foreach (var slug in new[] { "boats", "ships", "trailers" }) state.Snapshot().MovedSlug(slug)!.Slug.ShouldBe("trucks");
    }

    [Fact]
    public void An_open_again_section_is_as_it_was_before_it_was_closed()
    {
        var closed = Boats.Apply(new SectionRetired(Given.Admin, 112, Given.Now));
        var open = closed.Apply(new SectionReopened(Boats.Definition, Given.Admin, Given.Now, 2));
        (open.Retired, open.MovesTo, open.Definition).ShouldBe((false, null, Boats.Definition));
    }

    [Fact]
    public void Answers_outlive_their_questions()
    {
        var cars = Given.Section("cars");
        var catalog = Given.With(cars.Apply(new SectionRevised(
            cars.Definition with { Attributes = [.. cars.Definition.Attributes.Where(a => a.Key != "papers")] }, null, Given.Admin))).Snapshot();
        foreach (var section in new[] { catalog.Section("cars")!, catalog.Section("vans")! })
        {
            section.Attribute("papers").ShouldBeNull();
            section.AttributeEver("papers")!.Name.Fr.ShouldBe("Papiers");
        }

        catalog.Section("car-parts")!.AttributeEver("condition").ShouldBe(catalog.Section("car-parts")!.Attribute("condition"));
    }

    private static CatalogSection Boats => Given.Section("boats");

    private static IReadOnlyList<(string, string?)> Check(RetireSection command, string slug) =>
        [.. RetireSectionHandler.Check(command, Given.Section(slug), Given.Delivered).Select(r => (r.Key, r.Field))];
}
