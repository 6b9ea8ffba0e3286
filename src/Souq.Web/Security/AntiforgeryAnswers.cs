using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Souq.Web.Security;

public static class AntiforgeryAnswers
{
    /// <summary>
    /// <c>UseAntiforgery</c>, with an empty 400 for a form whose token is missing or foreign, so that the error page says it in the
    /// reader's language; in Development the framework would answer with a bare English sentence of its own.
    /// </summary>
    public static IApplicationBuilder UseSouqAntiforgery(this IApplicationBuilder app) => app.UseAntiforgery().Use((context, next) =>
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } invalid) return next(context);
        // A form too large to be read has no token either.
        context.Response.StatusCode = invalid.Error?.InnerException is BadHttpRequestException unread ? unread.StatusCode : StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });
}
