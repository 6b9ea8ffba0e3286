using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Souq.Listings.Counting;

/// <summary>Requests behind which nobody looks at a page.</summary>
public static partial class Robots
{
    private static readonly string[] Ahead = ["Sec-Purpose", "Purpose", "X-Moz"];

    // What programs call themselves, in the words most of them share; a browser's name has none of these.
    [GeneratedRegex(
        @"(?<!cu)bot(\b|[/;_-])|crawl|spider|slurp|scrap|fetch|preview|headless|lighthouse|facebookexternalhit|^whatsapp|^viber|embedly|
        mediapartners|archiver|validator|monitor|pingdom|uptime|curl|wget|httpie|python|java/|okhttp|go-http|axios|\bnode\b|libwww|perl|ruby|\bphp|
        phantomjs|scanner|\bfeed|\brss|\+https?://",
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Program { get; }

    /// <summary>True unless a person seems to have opened the page: a GET, by a browser, not ahead of a click that may never come.</summary>
    public static bool Sent(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) || IsAhead(request) || IsProgram(request.Headers.UserAgent.ToString());

    public static bool IsProgram(string userAgent) => userAgent.Length < 10 || Program.IsMatch(userAgent);

    private static bool IsAhead(HttpRequest request) => Ahead
        .Any(header => request.Headers[header].ToString().StartsWith("prefetch", StringComparison.OrdinalIgnoreCase));
}
