using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Souq.Web.Security;

namespace Souq.Moderation.Live;

/// <summary>What of the console moves while somebody looks at it. Asked for every other second; when nothing happened, the answer is that.</summary>
public static class LiveEndpoint
{
    public const string Path = "moderation/live";

    public static void MapLive(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/" + Path, Get).RequireAuthorization(Principal.Moderator).ExcludeFromDescription();

    private static async Task<IResult> Get(HttpContext http, LivePulse pulse, CancellationToken cancellation)
    {
        var tag = $"\"{await pulse.Beat(cancellation)}\"";
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "private, no-cache";
        return http.Request.Headers.IfNoneMatch == tag ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : new RazorComponentResult<LiveConsole>();
    }
}
