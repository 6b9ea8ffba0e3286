using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Souq.Web.Security;

/// <summary>Where pages of others, with inline scripts and styles, are served (a dashboard, an API browser).</summary>
public sealed class SecurityHeadersOptions
{
    internal List<PathString> Relaxed { get; } = [];

    /// <summary>Allows inline scripts and styles under a path. Everything else stays as strict.</summary>
    public SecurityHeadersOptions Relax(PathString path)
    {
        Relaxed.Add(path);
        return this;
    }
}

public static class SecurityHeaders
{
    private static readonly object Own = new();

    private const string Common = "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    private const string Strict = Common + "; style-src 'self'; script-src 'self'";
    private const string Relaxed = Common + "; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; font-src 'self' data:";

    /// <summary>A strict content policy and the usual companions on every answer. Goes before everything that answers.</summary>
    public static IApplicationBuilder UseSouqSecurityHeaders(this IApplicationBuilder app, Action<SecurityHeadersOptions>? configure = null)
    {
        var options = new SecurityHeadersOptions();
        configure?.Invoke(options);
        return app.Use((context, next) =>
        {
            var relaxed = options.Relaxed.Exists(path => context.Request.Path.StartsWithSegments(path));
            // At the last moment: an error page starts by clearing the headers.
            context.Response.OnStarting(() => Write(context.Response.Headers, context.Items[Own] as string ?? (relaxed ? Relaxed : Strict)));
            return next(context);
        });
    }

    /// <summary>Gives one answer a stricter policy of its own, such as a document that is shown within a page.</summary>
    public static void UseContentPolicy(this HttpContext context, string policy) => context.Items[Own] = policy;

    private static Task Write(IHeaderDictionary headers, string policy)
    {
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(self), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return Task.CompletedTask;
    }
}
