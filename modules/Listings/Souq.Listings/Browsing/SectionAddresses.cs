using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Souq.Catalog.Contracts;
using Souq.Web.Addresses;

namespace Souq.Listings.Browsing;

/// <summary>
/// Every section, and every section in every wilaya, has an address of its own: <c>/cars</c>, <c>/cars/oran</c>. Search engines know it by
/// that one alone, also when it was asked for by <c>/search?section=cars&amp;wilaya=31</c>, as the form does.
/// </summary>
public static class SectionAddresses
{
    private const string Search = "/search";

    /// <summary>Goes right after routing: a section whose name is also that of a page never stands in its way.</summary>
    public static IApplicationBuilder UseSectionAddresses(this IApplicationBuilder app)
    {
        var catalog = app.ApplicationServices.GetRequiredService<ICatalog>();
        var page = new Lazy<Endpoint>(() => app.ApplicationServices.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>().First(e => e.RoutePattern.RawText == Search));
        return app.Use((http, next) =>
        {
            if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            {
                if (http.GetEndpoint() is null && Moved(http.Request, catalog.Current) is { } today)
                {
                    http.Response.Redirect(today, permanent: true);
                    return Task.CompletedTask;
                }

                if (http.GetEndpoint() is null && Read(http.Request.Path, catalog.Current) is { } asked)
                {
                    http.Features.Set(asked);
                    http.SetEndpoint(page.Value);
                }
                else if (http.Request.Path.Equals(Search, StringComparison.OrdinalIgnoreCase) && Known(http.Request.Query, catalog.Current) is { } known)
                    http.Features.Set(known);
            }

            return next(http);
        });
    }

    /// <summary>What the address says beside the query: a section, perhaps a wilaya.</summary>
    public static (int Section, int? Wilaya)? Of(HttpContext http) => http.Features.Get<Asked>() is { } asked ? (asked.Section, asked.Wilaya) : null;

    /// <summary>The address of a section, perhaps in a wilaya, relative to the base of the language.</summary>
    public static string For(Section section, Wilaya? wilaya) => wilaya is null ? section.Slug : $"{section.Slug}/{wilaya.Slug}";

    private static Asked? Read(PathString path, CatalogSnapshot catalog)
    {
        if (path.Value?.Trim('/').Split('/') is not { Length: 1 or 2 } parts || catalog.Section(parts[0]) is not { } section) return null;
        if (parts.Length == 1) return new Asked(section.Id, null);
        return catalog.Territory.Wilayas.FirstOrDefault(w => w.Slug == parts[1]) is { } wilaya ? new Asked(section.Id, wilaya.Code) : null;
    }

    /// <summary>The address of today, where a section was called otherwise in the past.</summary>
    private static string? Moved(HttpRequest request, CatalogSnapshot catalog)
    {
        if (request.Path.Value?.Trim('/').Split('/') is not { Length: 1 or 2 } parts || catalog.MovedSlug(parts[0]) is not { } section) return null;
        var wilaya = parts.Length == 2 ? catalog.Territory.Wilayas.FirstOrDefault(w => w.Slug == parts[1]) : null;
        return parts.Length == 2 && wilaya is null ? null : $"{request.PathBase.ToUriComponent()}/{For(section, wilaya)}{request.QueryString.ToUriComponent()}";
    }

    private static KnownAs? Known(IQueryCollection query, CatalogSnapshot catalog)
    {
        if (query["section"] is not [{ Length: > 0 } slug] || catalog.Section(slug) is not { } section || !string.IsNullOrEmpty(query["commune"])) return null;
        var wilaya = query["wilaya"] is [{ Length: > 0 } named] ? catalog.Territory.FindWilaya(named) : null;
        var rest = new QueryBuilder(query.Where(p => p.Key is not ("section" or "wilaya" or "commune"))
            .SelectMany(p => p.Value.Where(v => !string.IsNullOrEmpty(v)).Select(v => KeyValuePair.Create(p.Key, v!))));
        return new KnownAs(For(section, wilaya) + rest.ToQueryString().ToUriComponent());
    }

    private sealed record Asked(int Section, int? Wilaya);
}
