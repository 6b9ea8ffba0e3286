using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Listings.Writing;

public static class ChoicesEndpoint
{
    /// <summary>
    /// <c>GET /offer/choices?section=&amp;key=version&amp;attr.make=&amp;attr.model=</c>: names to choose from once what decides them is typed,
    /// however many levels up, for the form's script.
    /// </summary>
    public static void MapChoices(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/offer/choices", Get).ExcludeFromDescription();

    private static IResult Get(string section, string key, HttpRequest request, ICatalog catalog)
    {
        if (catalog.Current.Section(section) is not { } found || found.Attribute(key) is not { DependsOn: { } on } attribute)
            return TypedResults.NotFound();
        var typed = found.Attributes.ToDictionary(a => a.Key, a => (string?)request.Query[AttributeRules.FieldOf(a)].ToString());
        var value = AttributeRules.Read(found, typed).Values.GetValueOrDefault(on);
        return TypedResults.Ok(attribute.Choices.Where(c => c.Parent == value).Select(c => c.Name.In(Languages.Current)));
    }
}
