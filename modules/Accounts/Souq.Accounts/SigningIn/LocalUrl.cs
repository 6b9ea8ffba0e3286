namespace Souq.Accounts.SigningIn;

/// <summary>Where to go after signing in: only to pages of this market, and not round in a circle.</summary>
public static class LocalUrl
{
    private static readonly string[] Circles = ["/signin", "/signout", "/signup", "/confirm", "/forgot", "/reset"];

    /// <summary>The address when it is a path on this host, with its language; else <c>null</c>.</summary>
    public static string? Clean(string? url)
    {
        if (string.IsNullOrEmpty(url) || url.Length > 1000 || url[0] != '/' || url.Any(char.IsControl)) return null;
        // "//host" and "/\host" lead away; browsers read a backslash as a slash.
        if (url.Length > 1 && url[1] is '/' or '\\') return null;
        var path = url.Split('?', '#')[0];
        if (path.Split('/').Any(part => part is "." or "..")) return null;
        if (path.StartsWith("/fr/", StringComparison.OrdinalIgnoreCase) || path.StartsWith("/en/", StringComparison.OrdinalIgnoreCase)) path = path[3..];
        return Circles.Any(circle => path.StartsWith(circle, StringComparison.OrdinalIgnoreCase)) ? null : url;
    }
}
