using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Souq.Kernel;
using Souq.Web.Security;

namespace Souq.Listings.Favourites;

public static class FavouriteEndpoints
{
    /// <summary>
    /// <c>POST /favourites/heart</c> with <c>add</c> or <c>drop</c>, a number: a heart was pressed. Leads back to the page it was on; a
    /// script gets an empty answer. There is no token, so that pages of visitors are the same for all: see <see cref="SameOrigin"/>.
    /// </summary>
    public static void MapFavourites(this IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/favourites/heart", Press).RequireRateLimiting(HeartFlood.Policy).WithMetadata(new RequestSizeLimitAttribute(8 * 1024)).ExcludeFromDescription();

    private static async Task<IResult> Press(HttpContext http, FavouriteList list, VisitorFavourites visitors)
    {
        if (!SameOrigin.Sent(http.Request) || !http.Request.HasFormContentType) return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var add = form.ContainsKey("add");
        if (!long.TryParse(form[add ? "add" : "drop"], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);

        var answer = KeepAnswer.Kept;
        if (http.User.PersonId() is { } person)
        {
            if (add) answer = await list.Keep(person, number, http.RequestAborted);
            else await list.Drop(person, number, http.RequestAborted);
        }
        else if (add) answer = await visitors.Keep(http, number);
        else VisitorFavourites.Drop(http, number);

        if (answer == KeepAnswer.Unknown) throw new NotFoundException("The listing");
        var full = answer == KeepAnswer.Full;
        if (!http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
            return TypedResults.StatusCode(full ? StatusCodes.Status409Conflict : StatusCodes.Status204NoContent);
        http.Response.Headers.Location = http.Request.PathBase + (full ? "/favourites?full=true" : BackTo.Page(form["back"], number));
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }
}
