using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Souq.Web.Layout;

/// <summary>
/// Fonts carry their version in their names and never change. Other assets are fingerprinted; a font cannot be, because the style sheet
/// names it, and would be asked for again on every page.
/// </summary>
internal sealed class FontCaching : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) =>
        {
            if (context.Request.Path.StartsWithSegments("/_content/Souq.Web/fonts"))
                context.Response.OnStarting(() => Keep(context.Response));
            return rest(context);
        });
        next(app);
    };

    private static Task Keep(HttpResponse response)
    {
        if (response.StatusCode == StatusCodes.Status200OK)
            response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Task.CompletedTask;
    }
}
