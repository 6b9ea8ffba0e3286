using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Souq.Listings.Browsing;
using Souq.Web.Security;

namespace Souq.Listings.Api;

/// <summary>The market for merchants' programs; described in <c>build/docs/api.md</c> and by OpenAPI.</summary>
public static class MerchantApi
{
    /// <summary>A form of photos, each as large as it may be.</summary>
    private const int PhotosLimit = 100 * 1024 * 1024;

    public static IServiceCollection AddMerchantApi(this IServiceCollection services) => services
        .AddSingleton<IdempotencyKeys>().AddSingleton<ApiAnswers>().AddSingleton<ApiCaller>().AddSingleton<OwnListings>();

    public static void MapMerchantApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1").WithTags("Merchants").RequireAuthorization(Principal.ApiPolicy)
            .AddEndpointFilter<RouteGroupBuilder, ApiDoor>().DisableAntiforgery();

        api.MapPost("/listings", WriteEndpoints.Create).WithName("CreateListing").Says(ApiDocs.Create);
        api.MapPut("/listings/{number:long}", WriteEndpoints.Replace).WithName("ReplaceListing").Says(ApiDocs.Replace);
        api.MapPatch("/listings/{number:long}", WriteEndpoints.Change).WithName("ChangeListing").Says(ApiDocs.Change);
        api.MapPut("/listings/{number:long}/price", ActEndpoints.ChangePrice).WithName("ChangePrice").Says(ApiDocs.ChangePrice);
        api.MapPost("/listings/{number:long}/photos", PhotoEndpoint.Add).WithName("AddPhotos").Says(ApiDocs.AddPhotos)
            .WithMetadata(new RequestSizeLimitAttribute(PhotosLimit), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = PhotosLimit });
        api.MapPost("/listings/{number:long}/submit", WriteEndpoints.Submit).WithName("SubmitListing").Says(ApiDocs.Submit);
        api.MapPost("/listings/{number:long}/renew", ActEndpoints.Renew).WithName("RenewListing").Says(ApiDocs.Renew);
        api.MapPost("/listings/{number:long}/bump", ActEndpoints.Bump).WithName("BumpListing").Says(ApiDocs.Bump);
        api.MapPost("/listings/{number:long}/sold", ActEndpoints.Sold).WithName("MarkSold").Says(ApiDocs.Sold);
        api.MapPost("/listings/{number:long}/withdraw", ActEndpoints.Withdraw).WithName("WithdrawListing").Says(ApiDocs.Withdraw);
        api.MapPost("/listings/{number:long}/reopen", ActEndpoints.Reopen).WithName("ReopenListing").Says(ApiDocs.Reopen);
        api.MapGet("/me/listings", Mine).WithName("MyListings").Says(ApiDocs.Mine);
        api.MapGet("/me/listings/{number:long}", One).WithName("MyListing").Says(ApiDocs.One);
    }

    private static async Task<ApiAnswer> Mine(
        HttpContext http, OwnListings own, ApiAnswers answers, ApiShape shape, [FromQuery] string? state, [FromQuery] string? after, [FromQuery] string? limit)
    {
        var count = limit is null ? 20 : int.TryParse(limit, out var typed) ? typed : 0;
        var (items, next) = await own.Find(ApiCaller.Person(http), state, after, count, http.RequestAborted);
        return answers.Ok(new ApiOwnListings([.. items.Select(shape.Own)], next));
    }

    private static async Task<ApiAnswer> One(HttpContext http, long number, ApiCaller caller, ApiAnswers answers, ApiShape shape) =>
        answers.Ok(shape.Own(await caller.Own(http, number)));
}
