using System.Net;
using Souq.Accounts.Demo;
using Souq.Integration.Road;

namespace Souq.Integration.Listings;

[Collection(nameof(Market))]
public sealed class UnknownTests(Market market)
{
    private const string Nobody = "0190d3a1-0000-7000-8000-000000000000";

    [Theory]
    [InlineData("/l/99999999")]
    [InlineData("/l/99999999999999999999")]
    [InlineData("/l/0")]
    [InlineData("/l/-1")]
    [InlineData("/l/abc")]
    [InlineData("/l/99999999/write")]
    [InlineData("/l/99999999/phone")]
    [InlineData("/desk/99999999")]
    [InlineData($"/offer/{Nobody}")]
    [InlineData($"/offer/{Nobody}/words")]
    [InlineData($"/offer/{Nobody}/photos")]
    [InlineData($"/offer/{Nobody}/preview")]
    [InlineData("/offer/1/words")]
    [InlineData($"/messages/{Nobody}")]
    [InlineData("/renew/forged")]
    [InlineData($"/people/{Nobody}")]
    [InlineData("/photos/nothing/card.webp")]
    [InlineData("/photos/..%2f..%2fkeys/card.webp")]
    [InlineData("/api/v1/listings/99999999")]
    [InlineData("/nowhere")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        foreach (var language in new[] { "", "/fr" })
            (await seller.Open(language + address)).Status.ShouldBe(HttpStatusCode.NotFound, language + address);
    }

    [Fact]
    public async Task Somebody_elses_advert_is_not_there_to_be_worked_on()
    {
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var listing = await market.Submit(await seller.Preview($"Téléphone {RoadSteps.NewWord()}"));
        using var stranger = await market.SignedInAs(DemoPeople.Buyer);
        foreach (var step in new[] { "", "/words", "/photos", "/preview" })
            (await stranger.Open($"/offer/{listing.Id}{step}")).Status.ShouldBe(HttpStatusCode.NotFound, step);
        (await stranger.Open($"/desk/{listing.Number}")).Status.ShouldBe(HttpStatusCode.NotFound);

        var forged = await (await stranger.Open("/offer?section=smartphones")).Submit("details");
        forged = await stranger.Open($"/offer/{Path.GetFileName(Path.GetDirectoryName(forged.Address.AbsolutePath))}/words");
        var token = forged.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (await stranger.Post($"/offer/{listing.Id}/words", new("_handler", "words"), new("__RequestVerificationToken", token), new("title", "Pris")))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        (await market.Advert(listing.Number)).Draft.Title.ShouldBe(listing.Draft.Title);
    }

    [Theory]
    [InlineData("/desk")]
    [InlineData("/offer")]
    [InlineData("/messages")]
    [InlineData("/moderation")]
    public async Task Who_is_not_signed_in_is_asked_to(string address)
    {
        using var visitor = market.Browser();
        (await visitor.Open("/fr" + address)).Address.AbsolutePath.ShouldBe("/fr/signin");
    }
}
