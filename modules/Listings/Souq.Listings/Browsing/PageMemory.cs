using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Souq.Web.Memory;

namespace Souq.Listings.Browsing;

/// <summary>The adverts a page offers, so that it can be shown again while all of them can still be had.</summary>
public sealed record ShownAdverts(IReadOnlyList<Guid> Ids);

/// <summary>
/// Home, sections and searches that many ask for at once are kept for half a minute, for visitors nothing is known of: no cookie, no token. Before
/// one is shown again the database is asked whether every advert on it is still to be had, so that nobody sees as available what was just sold,
/// whichever node it was sold on.
/// </summary>
public sealed class PageMemory(SearchReader reader) : IDisposable
{
    /// <summary>Longer ones are nobody else's.</summary>
    private const int LongestQuery = 500;

    private static readonly TimeSpan Oldest = ShortMemory.Age;
    private static readonly string[] Kept = [HeaderNames.ContentType, HeaderNames.ContentEncoding, HeaderNames.ContentLanguage, HeaderNames.Vary, HeaderNames.CacheControl];

    private readonly MemoryCache pages = new(new MemoryCacheOptions { SizeLimit = 64 * 1024 * 1024 });
    private readonly MemoryCache asked = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    public async Task Answer(HttpContext http, RequestDelegate next)
    {
        if (!IsAnybodys(http.Request))
        {
            await next(http);
            return;
        }

        var key = Key(http.Request);
        if (pages.TryGetValue(key, out Page? page) && await StillThere(page!, http.RequestAborted))
        {
            foreach (var (name, value) in page!.Headers) http.Response.Headers[name] = value;
            http.Response.ContentLength = page.Body.Length;
            await http.Response.Body.WriteAsync(page.Body, http.RequestAborted);
            return;
        }

        // What is asked for once is not worth keeping, and what shows no adverts (photos, style sheets) goes out as it is written.
        if (!asked.TryGetValue(key, out _))
        {
            await next(http);
            if (http.Features.Get<ShownAdverts>() is not null) asked.Set(key, true, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Oldest });
            return;
        }

        await Keep(http, next, key);
    }

    public void Dispose()
    {
        pages.Dispose();
        asked.Dispose();
    }

    private async Task Keep(HttpContext http, RequestDelegate next, string key)
    {
        var body = http.Response.Body;
        using var written = new MemoryStream();
        http.Response.Body = written;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
        }

        var bytes = written.ToArray();
        if (http.Features.Get<ShownAdverts>() is { } shown && http.Response is { StatusCode: StatusCodes.Status200OK, Headers.SetCookie.Count: 0 })
        {
            var page = new Page(bytes, [.. Kept.Where(http.Response.Headers.ContainsKey).Select(name => KeyValuePair.Create(name, http.Response.Headers[name].ToString()))], shown.Ids);
            pages.Set(key, page, new MemoryCacheEntryOptions { Size = bytes.Length + 1024, AbsoluteExpirationRelativeToNow = Oldest });
        }

        await body.WriteAsync(bytes, http.RequestAborted);
    }

    private async Task<bool> StillThere(Page page, CancellationToken cancellation) => page.Ids.Count == 0 || (await reader.Read(
        SearchReader.Select("count(*)::int").Add("available and id = any({0})", page.Ids.ToArray()), row => row.GetInt32(0), cancellation))[0] == page.Ids.Count;

    private static bool IsAnybodys(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers.Cookie.Count == 0 && request.Headers.Authorization.Count == 0 && (request.QueryString.Value?.Length ?? 0) < LongestQuery
        && !request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    private static string Key(HttpRequest request)
    {
        var encoding = request.Headers.AcceptEncoding.ToString();
        var how = encoding.Contains("br", StringComparison.Ordinal) ? 'b' : encoding.Contains("gzip", StringComparison.Ordinal) ? 'g' : '-';
        return string.Create(CultureInfo.InvariantCulture, $"{how} {request.Headers.AcceptLanguage} {request.Scheme} {request.Host} {request.PathBase}{request.Path} {request.QueryString}");
    }

    private sealed record Page(byte[] Body, KeyValuePair<string, string>[] Headers, IReadOnlyList<Guid> Ids);
}

public static class PageMemoryUse
{
    /// <summary>Goes before the compression, so that pages are kept as they are sent. <c>Souq:PageMemory=false</c> turns it off.</summary>
    public static IApplicationBuilder UsePageMemory(this IApplicationBuilder app)
    {
        if (!app.ApplicationServices.GetRequiredService<IConfiguration>().GetValue(ShortMemory.Setting, true)) return app;
        var memory = app.ApplicationServices.GetRequiredService<PageMemory>();
        return app.Use(next => http => memory.Answer(http, next));
    }
}
