using System.Net;
using System.Text.Json;
using Npgsql;
using Souq.Integration.Road;
using Souq.Listings.Suggesting;
using Souq.TestSupport;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Listings;

[Collection(nameof(Market))]
public sealed class SuggestionTests(Market market) : IAsyncLifetime
{
    private readonly Browser reader = market.Browser();
    private Stock stock = null!;

    public async ValueTask InitializeAsync()
    {
        stock = await Stock.Place(market);
        await Refresh();
    }

    public ValueTask DisposeAsync()
    {
        reader.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Words_of_adverts_and_things_of_the_catalog_are_offered_in_the_language_of_the_address()
    {
        (await Texts("/suggestions", "أشقّ " + stock.Word[..^1])).ShouldBe(["أشقّ " + stock.Word]);
        (await Texts("/suggestions", "sams"))[0].ShouldBe("سامسونغ");
        (await Texts("/fr/suggestions", "سامس"))[0].ShouldBe("Samsung");
        using var places = await Ask("/en/api/v1/suggestions", "golf wahra");
        var place = places.RootElement.EnumerateArray().First(o => o.GetProperty("kind").GetString() == "place");
        (place.GetProperty("text").GetString(), place.GetProperty("href").GetString(), place.GetProperty("hint").GetString())
            .ShouldBe(("golf Oran", "search?q=golf&wilaya=31", "wilaya"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=%00%01%1b")]
    [InlineData("?q=%ff%fe%c3%28")]
    [InlineData("?q=a&q=b")]
    public async Task What_cannot_be_read_brings_nothing(string query)
    {
        var answer = await reader.Open("/suggestions" + query);
        (answer.Status, answer.Html).ShouldBe((HttpStatusCode.OK, "[]"));
        (await Texts("/api/v1/suggestions", new string('x', 10_240))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Answers_may_be_kept_for_a_minute()
    {
        using var client = market.Host.Server.CreateClient();
        using var answer = await client.GetAsync(new Uri("/suggestions?q=sams", UriKind.Relative), TestContext.Current.CancellationToken);
        answer.Headers.CacheControl!.ToString().ShouldBe("public, max-age=60");
    }

    [Fact]
    public async Task Counting_again_what_did_not_change_writes_nothing_and_words_nobody_uses_any_more_go()
    {
        var before = await Stamp();
        await market.Tick(new RefreshVocabulary());
        (await Stamp()).ShouldBe(before);

        await Execute($"update listings.search set available = false where title like '%{stock.Word}%'");
        await Refresh(adverts: 0);
        (await Stamp()).ShouldBe(before + 1);
        await Execute($"update listings.search set available = true where title like '%{stock.Word}%'");
    }

    [Fact]
    public async Task A_misspelt_word_is_asked_about_where_the_right_one_finds_something()
    {
        var misspelt = stock.Word + stock.Word[^1];
        var page = await reader.Open($"/fr/search?q=clio+{misspelt}&section=cars&sort=price");
        page.Text(".meant").ShouldBe($"Vouliez-vous dire clio {stock.Word} ? (10 annonces)");
        page = await page.Follow(".meant a");
        page.Numbers().Count.ShouldBe(10);
        page.Address.Query.ShouldContain("sort=price");

        // What is right but somewhere else is not asked about, and neither is what the right word would not find either.
        (await reader.Open($"/fr/search?q={stock.Word}&section=clothes")).Document.QuerySelector(".meant").ShouldBeNull();
        (await reader.Open($"/fr/search?q={misspelt}&section=clothes")).Document.QuerySelector(".meant").ShouldBeNull();
    }

    /// <summary>Until this node knows how many adverts have the word. Whoever asks first sets the reading off, and does not wait for it.</summary>
    private async Task Refresh(int adverts = Stock.Size)
    {
        await market.Tick(new RefreshVocabulary());
        market.Clock.Advance(TimeSpan.FromMinutes(1));
        await Waiting.Until(() => Task.FromResult(market.Service<MarketWords>().Current.Vocabulary.AdvertsWith(stock.Word) == adverts));
    }

    private async Task<List<string>> Texts(string path, string typed)
    {
        using var answer = await Ask(path, typed);
        return [.. answer.RootElement.EnumerateArray().Select(o => o.GetProperty("text").GetString()!)];
    }

    private async Task<JsonDocument> Ask(string path, string typed) => JsonDocument.Parse((await reader.Open($"{path}?q={Uri.EscapeDataString(typed)}")).Html);

    private async Task<int> Stamp()
    {
        await using var command = market.Service<NpgsqlDataSource>().CreateCommand("select adverts from listings.search_vocabulary where word = ''");
        return (int)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private async Task Execute(string sql)
    {
        await using var command = market.Service<NpgsqlDataSource>().CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
