using System.Globalization;
using System.Text.Json;
using Souq.Integration.Road;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Listings;

/// <summary>Filters, their counts and the further orders, on the adverts of a <see cref="Stock"/>.</summary>
[Collection(nameof(Market))]
public sealed class NarrowingTests(Market market) : IAsyncLifetime
{
    private readonly Browser reader = market.Browser();
    private Stock stock = null!;

    public async ValueTask InitializeAsync() => stock = await Stock.Place(market);

    public ValueTask DisposeAsync()
    {
        reader.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_filter_says_how_many_adverts_it_leaves_and_leaves_so_many()
    {
        var page = await reader.Open($"/fr/cars?q={stock.Word}&attr.make=renault");
        var choices = page.Document.QuerySelectorAll("#filters .facet label.check").ToList();
        choices.Count.ShouldBeGreaterThan(5);
        choices.First(c => c.TextContent.Contains("Renault")).QuerySelector("small")!.TextContent.ShouldBe("10");
        choices.First(c => c.TextContent.Contains("Clio")).QuerySelector("small")!.TextContent.ShouldBe("10");

        var oran = choices.First(c => c.QuerySelector("input[name=wilaya][value='31']") is not null);
        var left = await reader.Open($"/fr/cars?q={stock.Word}&attr.make=renault&wilaya=31");
        left.Numbers().Count.ShouldBe(int.Parse(oran.QuerySelector("small")!.TextContent, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Several_wilayas_and_several_answers_do_as_well_as_one()
    {
        (await Total("wilaya=31&wilaya=16")).ShouldBe(Stock.Size);
        (await Total("wilaya=31&wilaya=9")).ShouldBe(22);
        (await Total("section=cars&attr.make=renault&attr.make=fiat")).ShouldBe(10);
        var page = await reader.Open($"/fr/search?q={stock.Word}&wilaya=31&wilaya=16");
        page.Document.QuerySelectorAll("#filters input[name=wilaya][checked]").Length.ShouldBe(2);
        page.Text("h1").ShouldContain("Oran");
    }

    [Theory]
    [InlineData("newest")]
    [InlineData("price")]
    [InlineData("relevance")]
    public async Task Several_sections_do_as_well_as_one_and_each_can_be_taken_off(string sort)
    {
        var (cars, phones, all) = (await Total("section=cars"), await Total("section=smartphones"), await Total(""));
        cars.ShouldBe(10);
        phones.ShouldBeGreaterThan(0);
        all.ShouldBeGreaterThan(cars + phones - 1);
        (await Total("section=cars&section=smartphones")).ShouldBe(cars + phones);
        // Who names a section and one below it means the one below.
        (await Total("section=phones&section=smartphones")).ShouldBe(phones);

        var page = await reader.Open($"/fr/search?q={stock.Word}&section=cars&section=smartphones&sort={sort}");
        // In the order of prices, those that have one.
        page.Numbers().Count.ShouldBe(sort == "price" ? 20 : 24);
        page.Document.QuerySelectorAll(".facet-sections input[checked]").Length.ShouldBe(2);
        var chips = page.Document.QuerySelectorAll(".chips a").Select(a => a.GetAttribute("href")!).Where(href => !href.Contains("section=", StringComparison.Ordinal)).ToList();
        chips.ShouldContain(href => href.StartsWith("cars", StringComparison.Ordinal));
        chips.ShouldContain(href => href.StartsWith("smartphones", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cars", "smartphones", "newest")]
    [InlineData("phones", "houses", "newest")]
    [InlineData("cars", "smartphones", "newest&wilaya=31")]
    [InlineData("cars", "smartphones", "-price")]
    [InlineData("phones", "houses", "price")]
    public async Task Several_sections_to_browse_are_both_in_one_order(string one, string other, string sort)
    {
        var (first, second) = (await Browsed($"section={one}"), await Browsed($"section={other}"));
        var both = await Browsed($"section={one}&section={other}");
        both.Count.ShouldBe(24);
        // What is equal in it may stand either way round.
        both.ShouldBe(sort.StartsWith("newest", StringComparison.Ordinal) || sort[0] == '-'
            ? first.Concat(second).OrderDescending().Take(24) : first.Concat(second).Order().Take(24));

        async Task<List<decimal>> Browsed(string sections)
        {
            using var page = JsonDocument.Parse((await reader.Open($"/api/v1/listings?{sections}&sort={sort}&limit=24")).Html);
            return [.. page.RootElement.GetProperty("items").EnumerateArray().Select(i => sort.Contains("price", StringComparison.Ordinal)
                ? i.GetProperty("price").GetProperty("dinars").GetDecimal() : i.GetProperty("publishedAt").GetDateTimeOffset().UtcTicks)];
        }
    }

    [Fact]
    public async Task What_one_filter_excludes_can_still_be_chosen_in_its_place()
    {
        var page = await reader.Open($"/fr/phones?q={stock.Word}&wilaya=16");
        page.Document.QuerySelector("#filters input[name=wilaya][value='31']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Numbers_can_be_asked_for_from_and_to_as_forms_send_them()
    {
        (await Total("section=cars&attr.year.from=2012&attr.year.to=2014")).ShouldBe(3);
        (await Total("section=cars&attr.year.from=&attr.year.to=2014")).ShouldBe(5);
        (await Total("section=cars&attr.year.from=2015")).ShouldBe(5);
        (await Total("section=cars&attr.year.from=&attr.year.to=")).ShouldBe(10);
        var page = await reader.Open($"/fr/cars?q={stock.Word}&attr.year.from=2012&attr.year.to=2014");
        page.Document.QuerySelector("input[name='attr.year.from']")!.GetAttribute("value").ShouldBe("2012");
        page.Text(".chips").ShouldContain("2012 – 2014");
    }

    [Fact]
    public async Task Photos_sellers_ages_and_drops_narrow()
    {
        (await Total("photos=1")).ShouldBe(0);
        (await Total("days=1")).ShouldBe(Stock.Size);
        (await Total("reduced=1")).ShouldBe(0);
        ((await Total("seller=store")) + (await Total("seller=person"))).ShouldBe(Stock.Size);
    }

    [Fact]
    public async Task From_a_commune_the_near_ones_are_found_and_the_nearest_come_first()
    {
        (await Total("near=3101&km=100")).ShouldBe(22);
        (await Total("near=1601&km=20")).ShouldBe(23);
        (await Total("commune=3101&wilaya=31&km=200")).ShouldBe(22);
        (await Total("near=3101&km=200&sort=near")).ShouldBe(22);

        var (codes, after) = (new List<int>(), "");
        do
        {
            using var page = await Api($"near=3101&sort=near&limit=10{after}");
            codes.AddRange(page.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("wilaya").GetProperty("code").GetInt32()));
            after = page.RootElement.GetProperty("next").GetString() is { } next ? "&after=" + next : "";
        }
        while (after.Length > 0);
        codes.ShouldBe(Enumerable.Repeat(31, 22).Concat(Enumerable.Repeat(16, 23)));
    }

    [Fact]
    public async Task By_relevance_every_match_comes_once_and_the_better_ones_first()
    {
        var (numbers, after) = (new List<long>(), "");
        do
        {
            using var page = await Api($"sort=relevance&limit=10{after}");
            numbers.AddRange(page.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("number").GetInt64()));
            after = page.RootElement.GetProperty("next").GetString() is { } next ? "&after=" + next : "";
        }
        while (after.Length > 0);
        numbers.Count.ShouldBe(Stock.Size);
        numbers.ShouldBeUnique();
    }

    [Fact]
    public async Task The_biggest_drop_comes_first()
    {
        foreach (var sort in new[] { "drop", "-drop" })
            (await Total("sort=" + sort)).ShouldBe(0);
        var page = await reader.Open("/fr/search?sort=-drop");
        page.Document.QuerySelectorAll(".card .drop, .card del").ShouldNotBeNull();
    }

    private async Task<int> Total(string filter)
    {
        using var found = await Api(filter);
        return found.RootElement.GetProperty("total").GetInt32();
    }

    private async Task<JsonDocument> Api(string filter) => JsonDocument.Parse((await reader.Open($"/api/v1/listings?q={stock.Word}&{filter}")).Html);
}
