using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Souq.Listings.Photos;

public static class PhotoEndpoints
{
    /// <summary><c>GET /photos/{id}/{card|page|zoom}.webp</c>: cacheable for ever, since an id never changes its picture.</summary>
    public static IEndpointRouteBuilder MapPhotos(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/photos/{id}/{size}.webp", [HttpMethods.Get, HttpMethods.Head], Get)
            .ExcludeFromDescription()
            .AllowAnonymous();
        return endpoints;
    }

    private static async Task<IResult> Get(string id, string size, IPhotoStore store, HttpResponse response, CancellationToken cancellation)
    {
        if (!PhotoId.IsValid(id) || PhotoSizes.Parse(size) is not { } known || await store.Open(id, known, cancellation) is not { } file)
            return TypedResults.NotFound();
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Stream(file, "image/webp", entityTag: new EntityTagHeaderValue($"\"{id}-{size}\""));
    }
}
