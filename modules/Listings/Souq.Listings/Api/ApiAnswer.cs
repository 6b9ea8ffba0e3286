using Microsoft.AspNetCore.Http;

namespace Souq.Listings.Api;

/// <summary>An answer as it goes over the line, so that it can be kept and given again word for word.</summary>
/// <param name="Location">Relative to the root of the site, or <c>null</c>.</param>
public sealed record ApiAnswer(int Status, byte[] Body, string ContentType, string? Location = null) : IResult
{
    /// <summary>It was given before for the same key.</summary>
    public bool IsReplay { get; init; }

    /// <summary>How long to wait before asking again.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        if (Location is not null) response.Headers.Location = Location;
        if (IsReplay) response.Headers["Idempotent-Replayed"] = "true";
        if (RetryAfter is { } wait)
            response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (Body.Length == 0) return;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        await response.Body.WriteAsync(Body, httpContext.RequestAborted);
    }
}
