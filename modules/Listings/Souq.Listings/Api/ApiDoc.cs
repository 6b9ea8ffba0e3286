using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Souq.Web.Api;

namespace Souq.Listings.Api;

/// <summary>What the description of the API says of one of its operations.</summary>
/// <param name="Accepts">Type of the body; <c>null</c> when there is none.</param>
/// <param name="Answer">Type of a good answer's body.</param>
/// <param name="Request">Example of a body.</param>
/// <param name="Response">Example of an answer.</param>
internal sealed record ApiDoc(
    string Summary, string Description, Type Answer, string Response, Type? Accepts = null, string? Request = null, int Status = StatusCodes.Status200OK,
    bool IsOptional = false)
{
    public IReadOnlyList<string> ContentTypes { get; init; } = ["application/json"];
}

internal static class ApiDocRegistration
{
    private const string Problem = "application/problem+json";

    public static RouteHandlerBuilder Says(this RouteHandlerBuilder route, ApiDoc doc)
    {
        route.WithSummary(doc.Summary).WithDescription(doc.Description)
            .Produces(doc.Status, doc.Answer, "application/json")
            .WithMetadata(new ApiExample(doc.Request, doc.Response));
        foreach (var status in (int[])[400, 401, 404, 409, 422, 429]) route.Produces<ApiProblem>(status, Problem);
        return doc.Accepts is null ? route : route.Accepts(doc.Accepts, doc.IsOptional, doc.ContentTypes[0], [.. doc.ContentTypes.Skip(1)]);
    }
}
