using Microsoft.AspNetCore.Http;

namespace Souq.Web.Security;

/// <summary>
/// For forms on pages that are the same for every visitor, and so carry no token: the browser itself says where a request comes from.
/// Cookies are <c>SameSite=Lax</c> besides. See build/adr/0010.
/// </summary>
public static class SameOrigin
{
    /// <summary>
    /// True when a page of this market sent it. A browser too old to say <c>Sec-Fetch-Site</c> names at least the <c>Origin</c>; whoever
    /// says neither is no browser, and nobody's session can be abused through him, but he has no business here either.
    /// </summary>
    public static bool Sent(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" => true,
        // The host alone is compared: behind a proxy the scheme may be another than the reader's.
        "" or "none" => Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
            && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
