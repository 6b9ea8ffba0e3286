using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NetVips;
using Souq.Listings.Contracts;
using Souq.Listings.Photos;

namespace Souq.Unit.Listings.Photos;

public sealed class PhotoEndpointTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private WebApplication _app = null!;
    private HttpClient _http = null!;
    private Photo _photo = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["SOUQ_DATA"] = _folder.Path;
        builder.Configuration["Photos:Workers"] = "1";
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddPhotos();
        _app = builder.Build();
        _app.MapPhotos();
        await _app.StartAsync();
        _http = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };

        using var picture = Pictures.Quarters();
        _photo = await _app.Services.GetRequiredService<PhotoIntake>().Take(new MemoryStream(picture.JpegsaveBuffer()), "a.jpg");
    }

    [Fact]
    public async Task Every_size_of_a_photo_is_served_to_be_kept_for_ever()
    {
        foreach (var address in (string[])[PhotoAddress.Card(_photo.Id), PhotoAddress.Page(_photo.Id), PhotoAddress.Zoom(_photo.Id)])
        {
            using var response = await Get(address);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            response.Content.Headers.ContentType!.MediaType.ShouldBe("image/webp");
            response.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
            response.Content.Headers.ContentLength.ShouldBe(_photo.CardBytes);
            using var image = Image.WebploadBuffer(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            image.Width.ShouldBe(320);
        }
    }

    [Fact]
    public async Task Who_has_it_already_is_told_so()
    {
        using var first = await Get(PhotoAddress.Card(_photo.Id));
        using var request = new HttpRequestMessage(HttpMethod.Get, PhotoAddress.Card(_photo.Id));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await _http.SendAsync(request, TestContext.Current.CancellationToken);

        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Asking_only_for_the_head_is_answered()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, PhotoAddress.Zoom(_photo.Id));
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentLength.ShouldBe(_photo.ZoomBytes);
    }

    [Theory]
    [InlineData("/photos/00000000000000000000000000000000/card.webp")]
    [InlineData("/photos/{id}/huge.webp")]
    [InlineData("/photos/{id}/card.jpg")]
    [InlineData("/photos/{ID}/card.webp")]
    [InlineData("/photos/..%2F..%2Fetc/card.webp")]
    [InlineData("/photos/%2e%2e/card.webp")]
    [InlineData("/photos/.incoming/card.webp")]
    [InlineData("/photos/{id}/..%2F..%2Fcard.webp")]
    public async Task Anything_else_is_not_found_and_not_cached(string address)
    {
        using var response = await Get(address.Replace("{id}", _photo.Id).Replace("{ID}", _photo.Id.ToUpperInvariant()));

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Headers.CacheControl.ShouldBeNull();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    private Task<HttpResponseMessage> Get(string address) => _http.GetAsync(address, TestContext.Current.CancellationToken);
}
