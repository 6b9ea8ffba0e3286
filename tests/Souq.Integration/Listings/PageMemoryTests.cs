using Microsoft.AspNetCore.Http;
using Souq.Integration.Road;
using Souq.Listings.Browsing;
using Souq.Listings.Closing;


namespace Souq.Integration.Listings;

/// <summary>Pages that are kept for a moment.</summary>
[Collection(nameof(Market))]
public sealed class PageMemoryTests(Market market)
{
    [Fact]
    public async Task A_kept_page_is_the_same_until_an_advert_on_it_is_sold()
    {
        var memory = new PageMemory(market.Service<SearchReader>());
        var word = RoadSteps.NewWord();
        var listing = await market.Publish($"Téléphone {word}");
        var (asked, address) = (0, $"/fr/search?q={word}");

        var first = await Ask();
        (await Ask()).ShouldBe(first);
        (await Ask()).ShouldBe(first);
        asked.ShouldBe(2, "the third time it is shown as it was kept");

        await market.Tick(new MarkSold(listing.Id, listing.SellerId));
        (await Ask()).ShouldNotContain($"/l/{listing.Number}");
        asked.ShouldBe(3);

        async Task<string> Ask()
        {
            var http = new DefaultHttpContext { RequestAborted = TestContext.Current.CancellationToken };
            (http.Request.Method, http.Request.Path, http.Request.QueryString) = ("GET", "/fr/search", new QueryString($"?q={word}"));
            http.Response.Body = new MemoryStream();
            await memory.Answer(http, async inner =>
            {
                asked++;
                using var reader = market.Browser();
                var page = await reader.Open(address);
                inner.Features.Set(new ShownAdverts([.. page.Numbers().Select(_ => listing.Id)]));
                await inner.Response.WriteAsync(page.Html);
            });
            http.Response.Body.Position = 0;
            return await new StreamReader(http.Response.Body).ReadToEndAsync(TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [InlineData("Cookie", "a=b")]
    [InlineData("Authorization", "Bearer x")]
    public async Task Who_is_known_by_anything_gets_a_page_of_his_own(string header, string value)
    {
        var (memory, asked) = (new PageMemory(market.Service<SearchReader>()), 0);
        for (var i = 0; i < 3; i++)
        {
            var http = new DefaultHttpContext();
            (http.Request.Method, http.Request.Path) = ("GET", "/fr/search");
            http.Request.Headers[header] = value;
            http.Response.Body = new MemoryStream();
            await memory.Answer(http, inner =>
            {
                asked++;
                inner.Features.Set(new ShownAdverts([]));
                return inner.Response.WriteAsync("page");
            });
        }

        asked.ShouldBe(3);
    }

    [Fact]
    public async Task What_shows_no_adverts_goes_out_as_it_is_written()
    {
        var memory = new PageMemory(market.Service<SearchReader>());
        for (var i = 0; i < 3; i++)
        {
            var (http, line) = (new DefaultHttpContext(), new MemoryStream());
            (http.Request.Method, http.Request.Path) = ("GET", "/photos/one/zoom.webp");
            http.Response.Body = line;
            await memory.Answer(http, inner =>
            {
                inner.Response.Body.ShouldBeSameAs(line);
                return inner.Response.WriteAsync("photo");
            });
        }
    }
}
