using Souq.Catalog;
using Souq.Catalog.Loading;
using Souq.Catalog.Sections;

namespace Souq.Unit.Catalog;

public sealed class DeliveryRules
{
    private static readonly SectionDefinition Phones = ShippedCatalog.Sections.Single(s => s.Value.Slug == "phones").Value;

    [Fact]
    public void What_the_store_lacks_is_added()
    {
        var change = Delivery.Of(Array.Empty<CatalogSection>(), [new(3, Phones)]).ShouldHaveSingleItem();
        change.ShouldBe(new Change(CatalogSection.StreamOf(Phones.Id), IsNew: true, new SectionAdded(Phones, 3)));
    }

    [Fact]
    public void What_the_store_has_in_this_version_or_a_newer_one_stays() => Delivery.Of([Stored(3)], [new(3, Phones), new(2, Phones)]).ShouldBeEmpty();

    [Fact]
    public void What_is_older_in_the_store_is_revised() =>
        Delivery.Of([Stored(3)], [new(4, Phones)]).ShouldHaveSingleItem().Event.ShouldBe(new SectionRevised(Phones, 4, null));

    [Fact]
    public void What_a_person_has_changed_or_retired_stays()
    {
        var person = Guid.CreateVersion7();
        Delivery.Of([Stored(3).Apply(new SectionRevised(Phones, null, person))], [new(4, Phones)]).ShouldBeEmpty();
        Delivery.Of([Stored(3).Apply(new SectionRetired(person))], [new(4, Phones)]).ShouldBeEmpty();
    }

    [Fact]
    public void A_name_that_a_person_gave_to_a_section_of_his_own_stays_his()
    {
        var made = CatalogSection.Create(new SectionAdded(Phones with { Id = 100_001 }, 0, Guid.CreateVersion7())) with { Id = CatalogSection.StreamOf(100_001) };
        var renamed = made.Apply(new SectionRevised(made.Definition with { Slug = "mobiles" }, null, Guid.CreateVersion7()));
        foreach (var stored in new[] { made, renamed })
            Delivery.Of([stored], [new(1, Phones)]).ShouldHaveSingleItem().Event.ShouldBe(new SectionAdded(Phones with { Slug = "phones-300" }, 1));
    }

    [Fact]
    public void A_retired_section_takes_no_more_adverts() =>
        Stored(1).Apply(new SectionRetired(Guid.CreateVersion7())).Definition.TakesAdverts.ShouldBeFalse();

    private static CatalogSection Stored(int version) =>
        CatalogSection.Create(new SectionAdded(Phones, version)) with { Id = CatalogSection.StreamOf(Phones.Id) };
}
