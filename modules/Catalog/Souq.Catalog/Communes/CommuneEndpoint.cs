using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Catalog.Communes;

/// <summary>The communes of a wilaya for the script of the region picker: <c>[{"code":1601,"name":"…"}]</c>, in the order of their names.</summary>
internal static class CommuneEndpoint
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    // The territory changes with the program alone.
    private static readonly string Build = typeof(CommuneEndpoint).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..12];

    public static void MapCommunes(this IEndpointRouteBuilder routes) => routes.MapGet("/communes", List).AllowAnonymous();

    /// <summary>Empty for a wilaya there is none of. Codes above 58 and old members are included: visitors know the old names.</summary>
    internal static IResult List(string? wilaya, ICatalog catalog, HttpResponse response)
    {
        var language = Languages.Current;
        var code = int.TryParse(wilaya, out var number) ? number : 0;
        response.Headers.CacheControl = "public, max-age=86400";
        var names = StringComparer.Create(language.Culture(), ignoreCase: true);
        var communes = catalog.Current.Territory.CommunesOf(code).Where(c => !c.IsWholeWilaya)
            .Select(c => new CommuneName(c.Code, c.Name.In(language)))
            .OrderBy(c => c.Name, names);
        return Results.Bytes(
            JsonSerializer.SerializeToUtf8Bytes(communes, Options), "application/json; charset=utf-8",
            entityTag: new EntityTagHeaderValue($"\"{Build}-{code}-{language.Code()}\""));
    }

    private sealed record CommuneName(int Code, string Name);
}
