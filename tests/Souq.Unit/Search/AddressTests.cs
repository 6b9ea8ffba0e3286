using Souq.Catalog;
using Souq.Catalog.Contracts;
using Souq.Listings.Browsing;

namespace Souq.Unit.Search;

public class AddressTests
{
    private static readonly CatalogSnapshot Catalog = ShippedCatalog.Load();
    private static readonly int Cars = Catalog.Section("cars")!.Id;

    [Fact]
    public void A_section_has_an_address_of_its_own_and_so_has_it_in_every_wilaya()
    {
        Address(new SearchQuery(SectionId: Cars)).ShouldBe("cars");
        Address(new SearchQuery(SectionId: Cars, Wilaya: 31)).ShouldBe("cars/oran");
        Address(new SearchQuery("clio", Cars, 31, Min: 900_000)).ShouldBe("cars/oran?q=clio&min=900000");
        Address(new SearchQuery(Wilaya: 31)).ShouldBe("search?wilaya=31");
        Address(new SearchQuery(SectionId: Cars, Wilaya: 31, Commune: 3101)).ShouldBe("search?section=cars&wilaya=31&commune=3101");
        SearchParameters.Address(new SearchQuery(SectionId: Cars), Catalog, "stores/one").ShouldBe("stores/one?section=cars");
    }

    private static string Address(SearchQuery query) => SearchParameters.Address(query, Catalog);
}
