using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Souq.Kernel;
using Souq.Web.Addresses;

namespace Souq.Web.Localisation;

/// <summary>Three languages from one address space: Arabic at <c>/</c>, French at <c>/fr</c>, English at <c>/en</c>.</summary>
public static class LanguageRegistration
{
    public static IServiceCollection AddSouqLocalization(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddPublicAddress();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Formats>();
        services.TryAddScoped<Links>();
        // The default encoder writes every Arabic letter as an entity, which doubles the size of a page.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        // Cookies take the path base as their path by default: a person would be signed in in one language only.
        services.Configure<AntiforgeryOptions>(o => o.Cookie.Path = "/");
        services.ConfigureAll<CookieAuthenticationOptions>(o => o.Cookie.Path = "/");
        return services;
    }

    /// <summary>
    /// Takes the language from the first path segment, which becomes the path base (programs may say it in <c>Accept-Language</c> instead), and sets the culture for everything after it. Goes
    /// first in the pipeline and before an explicit <c>UseRouting()</c>, which must see the shortened path.
    /// </summary>
    public static IApplicationBuilder UseSouqLanguages(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Request.Path.StartsWithSegments("/ar", out var arabic))
        {
            context.Response.Redirect(Target(context, "", arabic), permanent: true, preserveMethod: true);
            return;
        }
        var language = context.Request.Path.StartsWithSegments("/api") ? AcceptLanguage.Of(context.Request) : Language.Arabic;
        foreach (var candidate in new[] { Language.French, Language.English })
        {
            if (!context.Request.Path.StartsWithSegments(candidate.PathBase(), out var rest))
                continue;
            if (!rest.HasValue)
            {
                context.Response.Redirect(Target(context, candidate.PathBase(), "/"), permanent: true, preserveMethod: true);
                return;
            }
            language = candidate;
            context.Request.PathBase = context.Request.PathBase.Add(candidate.PathBase());
            context.Request.Path = rest;
            break;
        }
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture();
        await next(context);
    });

    // "//evil.example" after the language would send people to another host.
    private static string Target(HttpContext context, string pathBase, PathString rest) =>
        pathBase + "/" + rest.ToUriComponent().TrimStart('/') + context.Request.QueryString.ToUriComponent();
}
