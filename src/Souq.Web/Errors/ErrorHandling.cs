using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Souq.Kernel;

namespace Souq.Web.Errors;

/// <summary>
/// Turns exceptions and empty error answers into a page a person can read, in the language of the address and with the status kept, or
/// into problem details (RFC 9457) under <c>/api</c>. Nothing of the inside gets out.
/// </summary>
public static partial class ErrorHandling
{
    /// <summary>Goes right after <c>UseSouqLanguages</c>.</summary>
    public static IApplicationBuilder UseSouqErrors(this IApplicationBuilder app)
    {
        var services = app.ApplicationServices;
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ErrorHandling));
        var development = services.GetRequiredService<IHostEnvironment>().IsDevelopment();
        return app.Use(async (context, next) =>
        {
            try
            {
                DropNoughts(context.Request);
                await next(context);
            }
            catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
            {
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
                return;
            }
            catch (Exception exception) when (!context.Response.HasStarted)
            {
                var status = ErrorStatus.Of(exception);
                if (status == StatusCodes.Status500InternalServerError)
                {
                    if (development)
                        throw;
                    Unforeseen(log, exception, context.Request.Method, context.Request.Path);
                }
                await Answer(context, status, exception);
                return;
            }
            if (IsEmptyError(context))
                await Answer(context, context.Response.StatusCode, null);
        });
    }

    private static bool IsEmptyError(HttpContext context) =>
        context.Response is { StatusCode: >= 400, HasStarted: false, ContentLength: null or 0, ContentType: null }
        && !HttpMethods.IsHead(context.Request.Method)
        && (IsApi(context) || context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase));

    /// <summary>No text a person types has a nought byte, and PostgreSQL stores none.</summary>
    private static void DropNoughts(HttpRequest request)
    {
        if (request.Path.Value?.Contains('\0', StringComparison.Ordinal) == true) throw new NotFoundException("A path with a nought byte");
        // What is left of "%0%000" would be one again.
        while (request.QueryString.Value is { } query && query.Contains("%00", StringComparison.Ordinal))
            request.QueryString = new QueryString(query.Replace("%00", "", StringComparison.Ordinal));
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api");

    private static async Task Answer(HttpContext context, int status, Exception? exception)
    {
        // Who must wait is told how long; everything else the failed page had set is gone.
        var retryAfter = context.Response.Headers.RetryAfter;
        var allow = context.Response.Headers.Allow;
        context.Response.Clear();
        context.Response.StatusCode = status;
        (context.Response.Headers.RetryAfter, context.Response.Headers.Allow) = (retryAfter, allow);
        context.Response.Headers.CacheControl = "no-store";
        context.SetEndpoint(null);

        // The failed page's services may be broken half-way; the error page gets fresh ones.
        await using var scope = context.RequestServices.CreateAsyncScope();
        var services = context.RequestServices;
        context.RequestServices = scope.ServiceProvider;
        try
        {
            IResult answer = IsApi(context) ? Problem(context, status, exception) : Page(status);
            await answer.ExecuteAsync(context);
        }
        finally
        {
            context.RequestServices = services;
        }
    }

    private static RazorComponentResult<ErrorDocument> Page(int status) =>
        new(new Dictionary<string, object?> { [nameof(ErrorDocument.Status)] = status }) { StatusCode = status };

    private static ProblemHttpResult Problem(HttpContext context, int status, Exception? exception)
    {
        var text = context.RequestServices.GetRequiredService<IStringLocalizer<WebText>>();
        var details = new ProblemDetails { Status = status, Title = ErrorWords.Title(text, status), Instance = context.Request.Path };
        if (exception is RefusedException refused)
            details.Extensions["refusals"] = refused.Refusals.Select(r => new { r.Field, r.Key }).ToList();
        return TypedResults.Problem(details);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private static partial void Unforeseen(ILogger log, Exception exception, string method, PathString path);
}

/// <summary>What an error page says for a status; statuses of a family share their words.</summary>
public static class ErrorWords
{
    private static readonly int[] Known = [400, 401, 403, 404, 409, 413, 422, 429, 500, 503];

    public static string Title(IStringLocalizer text, int status) => text[$"Error.{Code(status)}.title"];

    public static string Text(IStringLocalizer text, int status) => text[$"Error.{Code(status)}.text"];

    private static string Code(int status) =>
        (Known.Contains(status) ? status : status == 410 ? 404 : status < 500 ? 400 : 500).ToString(CultureInfo.InvariantCulture);
}
