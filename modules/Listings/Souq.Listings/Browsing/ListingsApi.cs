using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Api;
using Souq.Listings.Display;
using Souq.Web.Addresses;

namespace Souq.Listings.Browsing;

/// <param name="Type"><c>firm, negotiable, bestOffer, free, onRequest</c> or <c>exchange</c>.</param>
/// <param name="Dinars">Whole Algerian dinars; null when the type carries no amount.</param>
/// <param name="Per">What the amount buys: <c>whole, squareMetre, month, night, day</c> or <c>hour</c>.</param>
public sealed record ApiPrice(PriceType Type, long? Dinars, PricePer Per)
{
    public static ApiPrice Of(Price price) => new(price.Type, price.Dinars, price.Per);
}

/// <param name="Code">Of a wilaya or commune (ONS).</param>
public sealed record ApiPlace(int Code, string Name);

/// <param name="Photo">Absolute address of the cover, or null.</param>
/// <param name="Url">Absolute address of the advert's page.</param>
public sealed record ApiListing(
    long Number, string Title, ApiPrice Price, string Section, ApiPlace Wilaya, ApiPlace? Commune, DateTimeOffset PublishedAt, Uri? Photo, Uri Url);

/// <param name="Total">Exact up to 1,000; 1,001 means more.</param>
/// <param name="Next">To be sent as <c>after</c> for the next page; null on the last.</param>
public sealed record ApiListings(IReadOnlyList<ApiListing> Items, int Total, string? Next);

/// <param name="Attributes">Canonical values by attribute key.</param>
/// <param name="Photos">Absolute addresses.</param>
public sealed record ApiListingDetails(
    long Number, string Title, string Description, ApiPrice Price, string Section, IReadOnlyDictionary<string, string> Attributes,
    ApiPlace Wilaya, ApiPlace? Commune, DateTimeOffset PublishedAt, bool Available, IReadOnlyList<Uri> Photos, Uri Url);

/// <summary>The market for programs: <c>GET /api/v1/listings</c> and <c>GET /api/v1/listings/{number}</c>.</summary>
public static class ListingsApi
{
    public static void MapListingsApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1/listings").WithTags("Listings");
        api.MapGet("", Search).WithName("SearchListings")
            .WithSummary("Adverts on the market, newest first. Also takes attr.<key>=value or attr.<key>=from..to.");
        api.MapGet("/{number:long}", One).WithName("GetListing").WithSummary("One advert that is or was on the market.");
    }

    private static async Task<Results<Ok<ApiListings>, ValidationProblem>> Search(
        HttpRequest request, SearchListings search, ICatalog catalog, ListingWords words, ApiShape shape,
        [FromQuery] string? q, [FromQuery] string? section, [FromQuery] string? wilaya, [FromQuery] string? commune,
        [FromQuery] string? near, [FromQuery] string? km, [FromQuery] string? photos, [FromQuery] string? seller, [FromQuery] string? by, [FromQuery] string? reduced, [FromQuery] string? days,
        [FromQuery] string? min, [FromQuery] string? max, [FromQuery] string? sort, [FromQuery] string? after, [FromQuery] string? limit,
        CancellationToken cancellation)
    {
        // The parameters above are for the description; reading them is shared with the page.
        var (query, refusals) = SearchParameters.Read(request.Query, catalog.Current);
        if (refusals.Count > 0)
            return TypedResults.ValidationProblem(refusals.GroupBy(r => r.Field ?? "").ToDictionary(
                g => g.Key, g => g.Select(r => words[r.Key, r.Args].Value).ToArray()));
        var page = await search.Find(query, cancellation);
        return TypedResults.Ok(new ApiListings([.. page.Items.Select(shape.Item)], page.Total, page.Next));
    }

    private static async Task<Results<Ok<ApiListingDetails>, ProblemHttpResult>> One(
        long number, ListingReader listings, ApiShape shape, CancellationToken cancellation) =>
        await listings.ByNumber(number, cancellation) is { IsInSight: true } listing
            ? TypedResults.Ok(shape.Details(listing))
            : TypedResults.Problem(statusCode: StatusCodes.Status404NotFound);
}

/// <summary>Adverts as the API shows them.</summary>
public sealed class ApiShape(ICatalog catalog, PublicAddress address, ListingDisplay display)
{
    public ApiListing Item(SearchHit hit) => new(
        hit.Number, hit.Title, ApiPrice.Of(hit.Price), Slug(hit.SectionId), Wilaya(hit.CommuneCode),
        Commune(hit.CommuneCode), hit.ListedAt, hit.PhotoId is { } photo ? Photo(photo, "card") : null, Url(hit.Number));

    public ApiListingDetails Details(Listing listing)
    {
        var content = listing.Public!;
        return new(
            listing.Number, content.Title, content.Description, ApiPrice.Of(content.Price!),
            Slug(content.SectionId), content.Attributes, Wilaya(content.CommuneCode), Commune(content.CommuneCode),
            listing.PublishedAt!.Value, listing.IsOnMarket, [.. content.Photos.Select(p => Photo(p.Id, "zoom"))], Url(listing.Number));
    }

    public ApiOwnListing Own(Listing listing)
    {
        var content = listing.Draft;
        return new(
            listing.Number, listing.Ref, ApiStanding.StateOf(listing), listing.IsOnMarket, listing.RefusalReason, Slug(content.SectionId),
            content.Title, content.Description, content.Price is { } price ? ApiPrice.Of(price) : null, Wilaya(content.CommuneCode),
            Commune(content.CommuneCode), content.Attributes, [.. content.Photos.Select(p => Photo(p.Id, "zoom"))], listing.StartedAt,
            listing.PublishedAt, listing.ExpiresAt, Url(listing.Number));
    }

    private string Slug(int section) => catalog.Current.Section(section)?.Slug ?? "";

    private ApiPlace Wilaya(int communeCode)
    {
        var territory = catalog.Current.Territory;
        if (territory.Commune(communeCode) is not { } commune) return new ApiPlace(0, "");
        var wilaya = territory.WilayaOf(commune, display.Today);
        return new ApiPlace(wilaya.Code, wilaya.Name.In(Languages.Current));
    }

    private ApiPlace? Commune(int code) => catalog.Current.Territory.Commune(code) is { IsWholeWilaya: false } commune
        ? new ApiPlace(commune.Code, commune.Name.In(Languages.Current))
        : null;

    private Uri Photo(string id, string size) => address.Asset($"photos/{id}/{size}.webp");

    private Uri Url(long number) => address.For(Languages.Current, $"l/{number}");
}
