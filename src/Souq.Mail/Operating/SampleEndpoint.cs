using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Souq.Kernel;
using Souq.Mail.Templates;
using Souq.Web.Security;

namespace Souq.Mail.Operating;

public static class SampleEndpoint
{
    /// <summary>A letter is foreign matter wherever it is shown: it may look as it likes and do nothing at all.</summary>
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'; form-action 'none'; base-uri 'none'; sandbox";

    public static void MapMail(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/admin/mail/templates/{name}/letter", async (string name, string? language, MailSampleBook book, HttpContext http) =>
        {
            http.UseContentPolicy(Policy);
            http.Response.Headers.CacheControl = "no-store";
            return await book.Write(name, Languages.Parse(language)) is { } letter ? Results.Content(letter.Html, "text/html; charset=utf-8") : Results.NotFound();
        })
        .RequireAuthorization(Principal.Admin)
        .ExcludeFromDescription();
}
