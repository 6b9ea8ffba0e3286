using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Souq.Listings.Uploading;

/// <summary>
/// Uploads that survive a lost line, in the manner of tus: <c>POST …/uploads</c> begins one, <c>HEAD</c> or <c>GET</c> says how far it is,
/// <c>PATCH</c> appends a piece at <c>Upload-Offset</c>, <c>POST …/finish</c> makes the photo, <c>DELETE</c> drops it. Answers are
/// <c>{ address, offset, photo }</c>, or problem details with the right <c>offset</c> where a piece does not fit.
/// </summary>
public static class UploadEndpoints
{
    public const string Offset = "Upload-Offset";

    /// <summary>The longest piece; the script sends half of it.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>A name, a size and a key of a form.</summary>
    private const int MostForm = 8 * 1024;

    public static void MapUploads(this IEndpointRouteBuilder endpoints)
    {
        var uploads = endpoints.MapGroup("/offer/{listing:guid}/uploads").RequireAuthorization().ExcludeFromDescription().AddEndpointFilter(Guard);
        uploads.MapPost("", (Guid listing, HttpContext http, UploadDesk desk) => desk.Begin(listing, http)).WithMetadata(new RequestSizeLimitAttribute(MostForm));
        uploads.MapMethods("/{id:guid}", [HttpMethods.Get, HttpMethods.Head], (Guid listing, Guid id, HttpContext http, UploadDesk desk) => desk.HowFar(listing, id, http));
        uploads.MapPatch("/{id:guid}", (Guid listing, Guid id, HttpContext http, UploadDesk desk) => desk.Append(listing, id, http))
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        uploads.MapPost("/{id:guid}/finish", (Guid listing, Guid id, HttpContext http, UploadDesk desk) => desk.Finish(listing, id, http));
        uploads.MapDelete("/{id:guid}", (Guid listing, Guid id, HttpContext http, UploadDesk desk) => desk.Drop(listing, id, http));
    }

    /// <summary>The token of the page comes with everything that writes; no answer is for anybody's cache.</summary>
    private static async ValueTask<object?> Guard(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        if (!await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)) return TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest);
        return await next(context);
    }
}
