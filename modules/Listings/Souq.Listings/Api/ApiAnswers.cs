using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Souq.Kernel;
using Souq.Listings.Display;
using Souq.Listings.Quotas;
using Souq.Web;
using Souq.Web.Errors;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Souq.Listings.Api;

/// <summary>Answers and problem details (RFC 9457) in the reader's language; <c>errors</c> names every field that is wrong.</summary>
public sealed class ApiAnswers(IOptions<JsonOptions> json, ListingWords words, IStringLocalizer<ApiText> text, IStringLocalizer<WebText> web)
{
    public ApiAnswer Ok(object body) => Of(StatusCodes.Status200OK, body);

    public ApiAnswer Created(object body, string location) => Of(StatusCodes.Status201Created, body) with { Location = location };

    /// <summary>422 for what can be put right in the request, 429 when it is enough for a day, 409 when the advert or the account stands against it.</summary>
    public ApiAnswer Refused(IReadOnlyList<Refusal> refusals)
    {
        if (refusals.Any(r => r.Field is not null)) return Problem(StatusCodes.Status422UnprocessableEntity, text["Api.Refused"], refusals);
        var sentences = string.Join(' ', refusals.Select(Sentence));
        return refusals.Any(r => r.Key == Room.DayIsFull)
            ? Problem(StatusCodes.Status429TooManyRequests, sentences, refusals) with { RetryAfter = TimeSpan.FromHours(1) }
            : Problem(StatusCodes.Status409Conflict, sentences, refusals, text["Api.Against"]);
    }

    /// <param name="title">What the status is called, when left out.</param>
    public ApiAnswer Problem(int status, string detail, IReadOnlyList<Refusal>? refusals = null, string? title = null)
    {
        var problem = new ProblemDetails { Status = status, Title = title ?? ErrorWords.Title(web, status), Detail = detail };
        if (refusals?.Any(r => r.Field is not null) == true)
            problem.Extensions["errors"] = refusals.GroupBy(r => ApiFields.Of(r.Field)).ToDictionary(g => g.Key, g => g.Select(Sentence).Distinct().ToArray());
        if (refusals is not null) problem.Extensions["reasons"] = refusals.Select(r => r.Key).Distinct().ToArray();
        return Of(status, problem) with { ContentType = "application/problem+json" };
    }

    private string Sentence(Refusal refusal) =>
        text[refusal.Key, refusal.Args] is { ResourceNotFound: false } own ? own.Value : words[refusal.Key, refusal.Args].Value;

    private ApiAnswer Of(int status, object body) =>
        new(status, JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), json.Value.SerializerOptions), "application/json; charset=utf-8");
}

/// <summary>What our columns are called in the bodies of the API.</summary>
public static class ApiFields
{
    public static string Of(string? column) => column switch
    {
        null => "",
        "price" => "price.dinars",
        "price_object" => "price",
        "price_type" => "price.type",
        "price_per" => "price.per",
        "photos" => "photos",
        _ when column.StartsWith("attr.", StringComparison.Ordinal) => "attributes." + column["attr.".Length..],
        _ => column,
    };
}
