using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Listings.Writing;

public static class ChoicesEndpoint
{
    /// <summary>
    /// <c>GET /offer/choices?section=&amp;key=model&amp;parent=</c>: names to choose from once the deciding attribute is typed, for the form's script.
    /// </summary>
    public static void MapChoices(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/offer/choices", Get).ExcludeFromDescription();

    private static IResult Get(string section, string key, string? parent, ICatalog catalog)
    {
        if (catalog.Current.Section(section) is not { } found || found.Attribute(key) is not { DependsOn: { } on } attribute)
            return TypedResults.NotFound();
        var (values, _) = AttributeRules.Read(found, new Dictionary<string, string?> { [on] = parent });
        var value = values.GetValueOrDefault(on);
        return TypedResults.Ok(attribute.Choices.Where(c => c.Parent == value).Select(c => c.Name.In(Languages.Current)));
    }
}
