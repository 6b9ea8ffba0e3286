using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Souq.Listings.Counting;
using Souq.Listings.Favourites;
using Souq.Web.Security;

namespace Souq.Listings.Seen;

/// <summary>Which adverts somebody looked at lately: his browser knows, the market does not.</summary>
public static class SeenAdverts
{
    public static readonly NumberCookie Cookie = new("souq.seen", 24, TimeSpan.FromDays(30));

    /// <summary>Called where an advert of somebody else is shown; robots remember nothing.</summary>
    public static void Note(HttpContext context, long number)
    {
        if (!Robots.Sent(context.Request)) Cookie.Write(context, Cookie.Read(context.Request).Prepend(number));
    }

    /// <summary><c>POST /favourites/seen/clear</c>: forgets them. Without a token, as the hearts.</summary>
    public static void MapSeen(this IEndpointRouteBuilder endpoints) => endpoints.MapPost("/favourites/seen/clear", Clear).ExcludeFromDescription();

    private static StatusCodeHttpResult Clear(HttpContext http)
    {
        if (!SameOrigin.Sent(http.Request)) return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        Cookie.Forget(http);
        http.Response.Headers.Location = http.Request.PathBase + "/favourites/seen";
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
