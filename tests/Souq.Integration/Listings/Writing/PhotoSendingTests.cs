using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Souq.Accounts.Demo;
using Souq.Integration.Road;
using Souq.Listings;
using Souq.Listings.Photos;
using Souq.Listings.Uploading;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Listings.Writing;

/// <summary>Photos that come piece by piece, as the script of the page sends them.</summary>
[Collection(nameof(Market))]
public sealed class PhotoSendingTests(Market market) : IAsyncLifetime
{
    private Browser seller = null!;
    private Page page = null!;
    private Guid id;

    public async ValueTask InitializeAsync()
    {
        seller = await market.SignedInAs(DemoPeople.Seller);
        page = await seller.WriteOffer(RoadSteps.NewWord(), "/fr");
        id = Guid.Parse(page.Address.AbsolutePath.Split('/')[3]);
    }

    public ValueTask DisposeAsync()
    {
        seller.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<(HttpStatusCode Status, string? Offset, JsonElement Body)> Ask(
        Browser who, HttpMethod method, string address, HttpContent? content = null, int? offset = null, bool token = true)
    {
        using var client = new HttpClient(market.Host.Server.CreateHandler()) { BaseAddress = who.Root };
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Add("Cookie", string.Join("; ", who.Cookies.Select(c => $"{c.Name}={c.Value}")));
        if (token) request.Headers.Add("RequestVerificationToken", page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
        if (offset is { } at) request.Headers.Add(UploadEndpoints.Offset, at.ToString(CultureInfo.InvariantCulture));
        using var answer = await client.SendAsync(request, CancellationToken.None);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, answer.Headers.TryGetValues(UploadEndpoints.Offset, out var said) ? said.First() : null,
            answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true && text.Length > 0 ? JsonDocument.Parse(text).RootElement : default);
    }

    private Task<(HttpStatusCode Status, string? Offset, JsonElement Body)> Begin(string key, int size, string name = "a.jpg", Browser? who = null, string? type = "image/jpeg") =>
        Ask(who ?? seller, HttpMethod.Post, $"/fr/offer/{id}/uploads", new FormUrlEncodedContent(
            [new("key", key), new("size", size.ToString(CultureInfo.InvariantCulture)), new("name", name), new("type", type)]));

    private async Task<string> Begun(string key, int size) => "/fr/" + (await Begin(key, size)).Body.GetProperty("address").GetString();

    private Task<(HttpStatusCode Status, string? Offset, JsonElement Body)> Piece(string upload, int offset, byte[] bytes) =>
        Ask(seller, HttpMethod.Patch, upload, new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/offset+octet-stream") } }, offset);

    private Task<(HttpStatusCode Status, string? Offset, JsonElement Body)> Finish(string upload) => Ask(seller, HttpMethod.Post, upload + "/finish");

    private async Task<Listing> Draft() => (await market.Service<Souq.Listings.Browsing.ListingReader>().ById(id)).ShouldNotBeNull();

    [Fact]
    public async Task A_photo_goes_on_after_half_of_it_and_joins_once()
    {
        var photo = RoadSteps.Jpeg(71);
        var half = photo.Length / 2;
        var upload = await Begun("k1", photo.Length);
        (await Piece(upload, 0, photo[..half])).Offset.ShouldBe($"{half}");

        (await Begun("k1", photo.Length)).ShouldBe(upload, "a beginning whose answer was lost");
        (await Ask(seller, HttpMethod.Head, upload)).Offset.ShouldBe($"{half}");
        (await Finish(upload)).Status.ShouldBe(HttpStatusCode.Conflict);
        (await Piece(upload, half, photo[half..])).Offset.ShouldBe($"{photo.Length}");
        var finished = await Task.WhenAll(Finish(upload), Finish(upload), Finish(upload));

        finished.ShouldAllBe(f => f.Status == HttpStatusCode.OK);
        finished.Select(f => f.Body.GetProperty("photo").GetString()).Distinct().ShouldBe([PhotoId.Of(photo)]);
        (await Draft()).Draft.Photos.Select(p => p.Id).ShouldBe([PhotoId.Of(photo)]);
        await (await seller.Open($"/fr/offer/{id}/photos")).Submit("photos", ("remove", PhotoId.Of(photo)));
        (await Finish(upload)).Body.GetProperty("photo").GetString().ShouldBe(PhotoId.Of(photo));
        (await Draft()).Draft.Photos.ShouldBeEmpty("what the seller took away does not come back");
    }

    [Fact]
    public async Task Of_two_pieces_for_one_place_one_is_taken_and_the_other_told_where_it_stands()
    {
        var upload = await Begun("k2", 1000);
        var pieces = await Task.WhenAll(Piece(upload, 0, new byte[400]), Piece(upload, 0, new byte[400]));

        pieces.Select(p => p.Status).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.Conflict]);
        pieces.ShouldAllBe(p => p.Offset == "400");
        (await Piece(upload, 100, new byte[10])).Body.GetProperty("offset").GetInt32().ShouldBe(400);
        (await Piece(upload, 400, new byte[601])).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await Ask(seller, HttpMethod.Delete, upload)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await Ask(seller, HttpMethod.Get, upload)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_too_large_or_no_photo_is_said_in_words()
    {
        var large = await Begin("k3", 16 * 1024 * 1024, "grande.jpg");
        large.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        large.Body.GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain("dépasse 15 Mo");

        var text = "this is a text, not a photo"u8.ToArray();
        var upload = await Begun("k4", text.Length);
        await Piece(upload, 0, text);
        var refused = await Finish(upload);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Body.GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain("a.jpg");
        (await Ask(seller, HttpMethod.Get, upload)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_the_owner_sends_and_only_with_a_token_and_only_so_many()
    {
        var upload = await Begun("k5", 1000);
        using (var other = await market.SignedInAs(DemoPeople.Buyer))
        {
            page = await other.Open("/fr/me");
            (await Begin("k5", 1000, who: other)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await Ask(other, HttpMethod.Get, upload)).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        page = await seller.Open($"/fr/offer/{id}/photos");
        (await Ask(seller, HttpMethod.Post, upload + "/finish", token: false)).Status.ShouldBe(HttpStatusCode.BadRequest);
        var keys = Enumerable.Range(0, PhotoUploads.Most + 1).Select(i => $"many{i}").ToList();
        (HttpStatusCode Status, string? Offset, JsonElement Body) last = default;
        foreach (var key in keys) last = await Begin(key, 1000);
        last.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        last.Body.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();

        market.Clock.Advance(TidyUploadsHandler.Memory + TimeSpan.FromMinutes(1));
        await market.Tick(new TidyUploads());
        using var later = await market.SignedInAs(DemoPeople.Seller);
        page = await later.Open($"/fr/offer/{id}/photos");
        (await Ask(later, HttpMethod.Get, upload)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Begin("k6", 1000, who: later)).Status.ShouldBe(HttpStatusCode.OK);
    }
}
