using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Souq.Catalog.Contracts;

namespace Souq.Catalog.Addresses;

public static class MovedSections
{
    private const string Parameter = "section";

    /// <summary>
    /// Links with a section's name of the past lead on to the same page with the name of today, for good; programs as well as people. Goes
    /// after the language has been taken from the path.
    /// </summary>
    public static IApplicationBuilder UseMovedSections(this IApplicationBuilder app)
    {
        var catalog = app.ApplicationServices.GetRequiredService<ICatalog>();
        return app.Use((context, next) =>
        {
            var request = context.Request;
            if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || Target(request, catalog.Current) is not { } target)
                return next(context);
            context.Response.Redirect(target, permanent: true);
            return Task.CompletedTask;
        });
    }

    /// <summary>The address with the name of today; <c>null</c> when it has that already.</summary>
    private static string? Target(HttpRequest request, CatalogSnapshot catalog)
    {
        if (!request.Query.TryGetValue(Parameter, out var typed) || typed is not [{ } slug] || catalog.MovedSlug(slug) is not { } section) return null;
        var query = new QueryBuilder(request.Query.SelectMany(
            pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, pair.Key.Equals(Parameter, StringComparison.OrdinalIgnoreCase) ? section.Slug : value ?? ""))));
        return request.PathBase.Add(request.Path).ToUriComponent() + query.ToQueryString();
    }
}
