using System.Text.Json;
using Souq.Integration.Road;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Listings;

[Collection(nameof(Market))]
public sealed class SearchTests(Market market) : IAsyncLifetime
{
    private readonly Browser reader = market.Browser();
    private Stock stock = null!;

    public async ValueTask InitializeAsync() => stock = await Stock.Place(market);

    public ValueTask DisposeAsync()
    {
        reader.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("newest", Stock.Size)]
    [InlineData("price", 40)]
    [InlineData("-price", 40)]
    public async Task Page_after_page_every_advert_comes_once_in_every_order(string sort, int expected)
    {
        var (numbers, prices, after) = (new List<long>(), new List<long?>(), "");
        do
        {
            using var page = await Api($"sort={sort}&limit=7{after}");
            page.RootElement.GetProperty("total").GetInt32().ShouldBe(expected);
            foreach (var item in page.RootElement.GetProperty("items").EnumerateArray())
            {
                numbers.Add(item.GetProperty("number").GetInt64());
                prices.Add(item.GetProperty("price").GetProperty("dinars") is { ValueKind: JsonValueKind.Number } price ? price.GetInt64() : null);
            }

            after = page.RootElement.GetProperty("next").GetString() is { } next ? "&after=" + next : "";
        }
        while (after.Length > 0);

        numbers.Count.ShouldBe(expected);
        numbers.ShouldBeUnique();
        if (sort != "newest") prices.ShouldBe(sort == "price" ? prices.Order() : prices.OrderDescending());
    }

    [Theory]
    [InlineData("/fr/cars/oran", "/fr/cars/oran", "Oran")]
    [InlineData("/fr/search?section=cars&wilaya=31", "/fr/cars/oran", "Oran")]
    [InlineData("/cars", "/cars", "سيارات")]
    [InlineData("/en/search?q=&section=cars&wilaya=&min=5000", "/en/cars?min=5000", "Cars")]
    public async Task A_section_in_a_wilaya_is_one_page_in_three_languages(string asked, string known, string heading)
    {
        var page = await reader.Open(asked);

        page.Text("h1").ShouldContain(heading);
        new Uri(page.Document.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!).PathAndQuery.ShouldBe(known);
        page.Document.QuerySelectorAll("link[hreflang]").Select(l => l.GetAttribute("hreflang")).ShouldBe(["ar", "fr", "en", "x-default"], ignoreOrder: true);
        page.Document.QuerySelectorAll(".map svg a").Length.ShouldBe(market.Clock.GetUtcNow().AddHours(1).Year < 2027 ? 58 : 69);
    }

    [Theory]
    [InlineData("/cars/nowhere")]
    [InlineData("/fr/no-such-section")]
    [InlineData("/cars/oran/more")]
    public async Task What_is_no_section_or_no_wilaya_is_not_found(string address) =>
        (await reader.Open(address)).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);

    [Fact]
    public async Task The_pages_people_turn_show_every_advert_once()
    {
        var page = await reader.Open($"/fr/search?q={stock.Word}");
        page.Text(".results-head").ShouldContain("45 annonces");
        var numbers = page.Numbers().ToList();
        page = await page.Follow("a[rel=next]");
        numbers.AddRange(page.Numbers());
        page.Document.QuerySelector("a[rel=next]").ShouldBeNull();
        numbers.ShouldBeUnique();
        numbers.Count.ShouldBe(Stock.Size);
    }

    [Theory]
    [InlineData("section=property", 20)]
    [InlineData("section=apartments", 10)]
    [InlineData("section=phones", 15)]
    [InlineData("section=cars", 10)]
    [InlineData("section=clothes", 0)]
    [InlineData("wilaya=31", 22)]
    [InlineData("wilaya=Alger", 23)]
    [InlineData("section=phones&min=21000&max=21000", 3)]
    [InlineData("section=cars&attr.make=renault", 10)]
    [InlineData("section=cars&attr.year=2012..2014", 3)]
    [InlineData("section=phones&attr.battery=85..", 5)]
    public async Task A_section_has_what_is_under_it_and_every_filter_narrows(string filter, int expected)
    {
        using var found = await Api(filter);
        found.RootElement.GetProperty("total").GetInt32().ShouldBe(expected);
    }

    [Theory]
    [InlineData("سيارات", 10)]
    [InlineData("سياره", 10)]
    [InlineData("شقه", 10)]
    [InlineData("الشقق", 10)]
    [InlineData("MAISONS", 10)]
    [InlineData("telephone", 15)]
    [InlineData("renault clio", 10)]
    [InlineData("رونو كليو", 10)]
    [InlineData("وهران", 22)]
    public async Task Words_find_their_other_forms_and_languages(string words, int expected)
    {
        using var found = await Api("", words + " ");
        found.RootElement.GetProperty("total").GetInt32().ShouldBe(expected);
    }

    [Fact]
    public async Task Where_nothing_fits_the_page_says_what_to_loosen_and_what_that_would_bring()
    {
        var page = await reader.Open($"/fr/search?q={stock.Word}&section=apartments&wilaya=16&max=5000");
        page.Numbers().ShouldBeEmpty();
        page.Text(".loosen").ShouldContain("À tout prix");
        page.Text(".loosen").ShouldContain("5 annonces");
        (await page.Follow(".loosen a")).Numbers().Count.ShouldBe(5);
    }

    private async Task<JsonDocument> Api(string filter, string words = "") =>
        JsonDocument.Parse((await reader.Open($"/api/v1/listings?q={Uri.EscapeDataString(words + stock.Word)}&{filter}")).Html);
}
