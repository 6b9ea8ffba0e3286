using Souq.Catalog;
using Souq.Catalog.Contracts;
using Souq.Listings.Browsing;

namespace Souq.Unit.Search;

/// <summary>Places and sections among the words become filters that the reader sees.</summary>
public class ReadingTests
{
    private static readonly CatalogSnapshot Catalog = ShippedCatalog.Load();

    [Theory]
    [InlineData("golf 7 oran", "golf 7", null, 31)]
    [InlineData("شقة للبيع وهران", "للبيع", "apartments", 31)]
    [InlineData("appartement oran", null, "apartments", 31)]
    [InlineData("clio", "clio", null, null)]
    [InlineData("clio \"oran\"", "clio \"oran\"", null, null)]
    [InlineData("clio -oran", "clio -oran", null, null)]
    public void What_is_named_is_read(string typed, string? words, string? section, int? wilaya)
    {
        var read = SearchReading.Of(new SearchQuery(typed), Catalog);

        (read.Words, read.SectionId is { } id ? Catalog.Section(id)!.Slug : null, read.Wilaya).ShouldBe((words, section, wilaya));
    }

    [Fact]
    public void What_was_chosen_stays_and_plain_words_are_words()
    {
        var chosen = new SearchQuery("appartement oran", Catalog.Section("cars")!.Id, 16);
        SearchReading.Of(chosen, Catalog).ShouldBeSameAs(chosen);
        var plain = new SearchQuery("appartement oran", Plain: true);
        SearchReading.Of(plain, Catalog).ShouldBeSameAs(plain);
    }
}
