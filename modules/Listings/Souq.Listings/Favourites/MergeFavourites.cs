using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Souq.Web.Security;

namespace Souq.Listings.Favourites;

public static class MergeFavourites
{
    /// <summary>
    /// The first page after signing in takes what the visitor kept into his own list, and the cookie goes: before the page is made, so
    /// that it shows the hearts. Goes after authentication.
    /// </summary>
    public static IApplicationBuilder UseFavouritesOfVisitors(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Request.Cookies.ContainsKey(VisitorFavourites.Cookie.Name) && IsPage(context.Request) && context.User.PersonId() is { } person)
        {
            var kept = VisitorFavourites.Cookie.Read(context.Request);
            if (kept.Count > 0) await context.RequestServices.GetRequiredService<FavouriteList>().Merge(person, kept, context.RequestAborted);
            VisitorFavourites.Cookie.Forget(context);
        }

        await next(context);
    });

    // Photos and scripts that are fetched at the same moment have nothing to merge.
    private static bool IsPage(HttpRequest request) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
