using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Souq.Listings.Favourites;

/// <summary>
/// Numbers of adverts that a browser keeps for its owner, the newest first: no script reads them, no other site sees them, and the
/// market remembers none of it.
/// </summary>
/// <param name="Most">So many are kept; the oldest go.</param>
public sealed record NumberCookie(string Name, int Most, TimeSpan Life)
{
    /// <summary>What stands in the cookie of this request; nothing where there is none.</summary>
    public IReadOnlyList<long> Read(HttpRequest request) => Parse(request.Cookies[Name], Most);

    public void Write(HttpContext context, IEnumerable<long> numbers)
    {
        var text = Format(numbers, Most);
        if (text.Length == 0) Forget(context);
        else context.Response.Cookies.Append(Name, text, Options(context, Life));
    }

    public void Forget(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context, null));

    /// <summary>Numbers with dots between them. Whatever else somebody has put there is passed over.</summary>
    public static IReadOnlyList<long> Parse(string? text, int most) =>
        text is null ? [] : [.. Tidy(text.Split('.', (most * 2) + 1).Take(most * 2).Select(Number), most)];

    public static string Format(IEnumerable<long> numbers, int most) =>
        string.Join('.', Tidy(numbers, most).Select(n => n.ToString(CultureInfo.InvariantCulture)));

    private static IEnumerable<long> Tidy(IEnumerable<long> numbers, int most) => numbers.Where(n => n > 0).Distinct().Take(most);

    private static long Number(string part) => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // One for all three languages, each of which has a path of its own.
    private static CookieOptions Options(HttpContext context, TimeSpan? life) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        Path = "/",
        MaxAge = life,
        IsEssential = true,
    };
}
