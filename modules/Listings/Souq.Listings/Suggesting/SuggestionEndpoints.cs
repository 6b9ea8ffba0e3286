using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using Souq.Kernel;
using Souq.Web.Api;

namespace Souq.Listings.Suggesting;

/// <param name="Text">What would stand in the search field.</param>
/// <param name="Kind"><c>word, make, model, section</c> or <c>place</c>.</param>
/// <param name="Href">Where it leads, relative to the base of the language; null where the text is what is searched for.</param>
/// <param name="Hint">Its kind, or what it belongs to, in the reader's language.</param>
public sealed record Suggestion(string Text, SuggestionKind Kind, string? Href, string Hint);

/// <summary>How a search may go on, while it is typed: for the script of the search bar and for programs.</summary>
public static class SuggestionEndpoints
{
    public const string Path = "suggestions";

    private const string Example = """
        [{"text":"Samsung","kind":"make","href":null,"hint":"make"},{"text":"Oran","kind":"place","href":"search?wilaya=31","hint":"wilaya"}]
        """;

    internal static void AddSuggesting(this IServiceCollection services)
    {
        services.AddSingleton<MarketWords>();
        services.AddHostedService<WordsAtStart>();
    }

    public static void MapSuggestions(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/" + Path, Answer).ExcludeFromDescription();
        endpoints.MapGet("/api/v1/" + Path, Answer).WithTags("Listings").WithName("SuggestSearches")
            .WithSummary("How a search may go on: words of adverts, makes and models, sections, places; at most eight.")
            .WithMetadata(new ApiExample(null, Example));
    }

    private static Ok<IReadOnlyList<Suggestion>> Answer(
        [FromQuery] string? q, MarketWords words, IStringLocalizer<ListingsText> text, HttpResponse response)
    {
        var language = Languages.Current;
        response.Headers.CacheControl = "public, max-age=60";
        // Programs may say their language there.
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        return TypedResults.Ok<IReadOnlyList<Suggestion>>(
        [
            .. Suggester.Offers(q, words.Current, language)
                .Select(o => new Suggestion(o.Text, o.Kind, o.Href, o.Beside?.In(language) ?? text[$"Suggest.{o.Kind}"])),
        ]);
    }
}
