using Microsoft.AspNetCore.Http;

namespace Souq.Listings.Api;

/// <summary>The words of the description. It speaks English: programs' people read it.</summary>
internal static class ApiDocs
{
    private const string Standing = """{"number":10023,"ref":"C-118","state":"published","onMarket":true,"expiresAt":"2026-12-24T09:30:00+00:00"}""";

    private const string Own = """
        {"number":10023,"ref":"C-118","state":"waiting","onMarket":false,"reason":null,"section":"cars","title":"Renault Clio 4 2019",
         "description":"First owner, 62,000 km.","price":{"type":"negotiable","dinars":1850000,"per":"whole"},
         "wilaya":{"code":31,"name":"Oran"},"commune":{"code":3101,"name":"Oran"},
         "attributes":{"make":"renault","model":"clio-4","year":"2019"},"photos":[],"createdAt":"2026-11-24T09:30:00+00:00",
         "publishedAt":null,"expiresAt":null,"url":"https://souq.example/en/l/10023"}
        """;

    private const string Listing = """
        {"ref":"C-118","section":"cars","title":"Renault Clio 4 2019","description":"First owner, 62,000 km.",
         "price":{"type":"negotiable","dinars":1850000},"wilaya":"31","commune":"Oran",
         "attributes":{"make":"Renault","model":"Clio 4","year":2019}}
        """;

    public static ApiDoc Create { get; } = new(
        "Write a new advert and send it off.",
        "It waits for a moderator like any other. With a ref that you used before the answer is 409, and Location says where that advert is.",
        typeof(ApiOwnListing), Own, typeof(ApiListingInput), Listing, StatusCodes.Status201Created);

    public static ApiDoc Replace { get; } = new(
        "Write an advert anew as a whole.",
        "What differs is sent off: a small edit appears at once, a large one waits while buyers see the old version. Photos stay. Nothing happens when nothing differs.",
        typeof(ApiOwnListing), Own, typeof(ApiListingInput), Listing);

    public static ApiDoc Change { get; } = new(
        "Change some fields of an advert.",
        "As PUT, but what is left out stays as it is; null empties a field.",
        typeof(ApiOwnListing), Own, typeof(ApiListingInput), """{"description":"First owner, 64,000 km, new tyres.","attributes":{"mileage":64000}}""");

    public static ApiDoc ChangePrice { get; } = new(
        "Ask another price.",
        "It holds at once. A price three times up or down waits for a moderator first: state is then waiting.",
        typeof(ApiStanding), Standing, typeof(ApiPriceInput), """{"type":"negotiable","dinars":1790000}""");

    public static ApiDoc AddPhotos { get; } = new(
        "Add photos.",
        "Either multipart/form-data with any number of files, or one picture as the body with its own content type. A draft stays a draft; an advert that was sent off before is sent off again.",
        typeof(ApiOwnListing), Own, typeof(IFormFileCollection))
    {
        ContentTypes = ["multipart/form-data", "image/*"],
    };

    public static ApiDoc Submit { get; } = new(
        "Send a draft off.", "Only for adverts created with draft: true, or whose edit was refused.", typeof(ApiStanding), Standing);

    public static ApiDoc Renew { get; } = new(
        "Let an advert live for another span.", "In its last seven days, or after it has expired.", typeof(ApiStanding), Standing);

    public static ApiDoc Bump { get; } = new(
        "Put an advert among the newest again.", "Once in seven days; an edit does not.", typeof(ApiStanding), Standing);

    public static ApiDoc Sold { get; } = new(
        "The thing is sold.", "The advert leaves the market.", typeof(ApiStanding), Standing, typeof(ApiSoldInput), """{"where":"elsewhere"}""", IsOptional: true);

    public static ApiDoc Withdraw { get; } = new("Take an advert back.", "It leaves the market.", typeof(ApiStanding), Standing);

    public static ApiDoc Reopen { get; } = new(
        "Bring back an advert that was sold or withdrawn.", "Within seven days.", typeof(ApiStanding), Standing);

    public static ApiDoc Mine { get; } = new(
        "Your own adverts, newest first.",
        "state: draft, waiting, refused, published, expired, hidden, sold, withdrawn or removed. limit: 1 to 100, 20 when left out. after: the word next of the page before.",
        typeof(ApiOwnListings), $$"""{"items":[{{Own}}],"next":null}""");

    public static ApiDoc One { get; } = new("One of your own adverts, as it was last written.", "Whether it is on the market or not.", typeof(ApiOwnListing), Own);
}
