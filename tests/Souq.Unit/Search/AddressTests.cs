using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
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

    [Theory]
    [InlineData("tablets smartphones", "phones", "smartphones tablets")]
    [InlineData("motorcycles smartphones apartments", "", "apartments motorcycles smartphones")]
    [InlineData("phones tablets", "tablets", "")]
    [InlineData("phones tablets smartphones nowhere", "phones", "smartphones tablets")]
    [InlineData("cars phones", "", "cars phones")]
    [InlineData("cars cars", "cars", "")]
    [InlineData("nowhere", "", "")]
    public void Several_sections_are_in_the_one_around_them(string chosen, string around, string among)
    {
        var query = new SearchQuery("clio").In(chosen.Split(' ').Select(slug => Catalog.Section(slug)?.Id ?? -1), Catalog);

        Slug(query.SectionId).ShouldBe(around);
        string.Join(' ', query.Among.Select(id => Slug(id)).Order(StringComparer.Ordinal)).ShouldBe(among);
        query.Words.ShouldBe("clio");
    }

    [Fact]
    public void Several_sections_are_asked_for_with_every_one_and_read_back()
    {
        var address = Address(new SearchQuery(Wilaya: 31).In([Catalog.Section("phones")!.Id, Cars], Catalog));
        address.ShouldStartWith("search?section=");
        var (read, refusals) = SearchParameters.Read(new QueryCollection(QueryHelpers.ParseQuery(new Uri("http://x/" + address).Query)), Catalog);
        refusals.ShouldBeEmpty();
        Address(read).ShouldBe(address);
        read.Among.Count.ShouldBe(2);
    }

    private static string Slug(int? section) => section is { } id ? Catalog.Section(id)!.Slug : "";

    private static string Address(SearchQuery query) => SearchParameters.Address(query, Catalog);
}
