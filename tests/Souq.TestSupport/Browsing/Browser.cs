using System.Net;

namespace Souq.TestSupport.Browsing;

/// <summary>
/// A browser without scripts: keeps cookies, follows redirects, fills and posts the forms that are on the page, with whatever tokens
/// stand in them. Works against a test server's handler or a real address.
/// </summary>
public sealed class Browser : IDisposable
{
    /// <summary>The password of the demo people.</summary>
    public const string DemoPassword = "Souq-2026!";

    private readonly HttpMessageInvoker client;
    private readonly CookieContainer cookies = new();

    /// <param name="handler">Must neither keep cookies nor follow redirects, as <c>TestServer.CreateHandler()</c>.</param>
    public Browser(HttpMessageHandler handler, Uri? root = null)
    {
        client = new HttpMessageInvoker(handler);
        Root = root ?? new Uri("http://localhost/");
    }

    public Uri Root { get; }

    /// <summary>Sent with every request, such as the browser's own name.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    public CookieCollection Cookies => cookies.GetCookies(Root);

    /// <summary>A browser in which somebody has signed in, through the real form.</summary>
    public static async Task<Browser> SignedInAs(HttpMessageHandler handler, string email, string password = DemoPassword, Uri? root = null)
    {
        var browser = new Browser(handler, root);
        await browser.SignIn(email, password);
        return browser;
    }

    /// <exception cref="InvalidOperationException">The form was refused.</exception>
    public async Task SignIn(string email, string password = DemoPassword)
    {
        var page = await (await Open("/signin")).Submit("signin", ("email", email), ("password", password));
        if (page.Address.AbsolutePath.EndsWith("/signin", StringComparison.Ordinal))
            throw new InvalidOperationException($"{email} could not sign in: {page.Status} {page.Text("[role=alert]")}");
    }

    public Task<Page> Open(string address) => Send(() => new HttpRequestMessage(HttpMethod.Get, new Uri(Root, address)));

    /// <summary>Posts what no form on a page would.</summary>
    public Task<Page> Post(string address, params IEnumerable<KeyValuePair<string, string>> fields) =>
        Send(() => new HttpRequestMessage(HttpMethod.Post, new Uri(Root, address)) { Content = new FormUrlEncodedContent(fields) });

    public Task<Page> Post(string address, HttpContent content) =>
        Send(() => new HttpRequestMessage(HttpMethod.Post, new Uri(Root, address)) { Content = content });

    internal async Task<Page> Send(Func<HttpRequestMessage> make)
    {
        var request = make();
        for (var hop = 0; ; hop++)
        {
            request.Headers.Accept.ParseAdd("text/html");
            // As every browser says where a form comes from.
            if (request.Method == HttpMethod.Post && !Headers.ContainsKey("Origin")) request.Headers.Add("Origin", Root.GetLeftPart(UriPartial.Authority));
            foreach (var (name, value) in Headers) request.Headers.TryAddWithoutValidation(name, value);
            if (cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } header) request.Headers.Add("Cookie", header);
            var response = await client.SendAsync(request, CancellationToken.None);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
                foreach (var cookie in set) cookies.SetCookies(request.RequestUri!, cookie);
            if (response.Headers.Location is not { } location || (int)response.StatusCode is < 300 or >= 400)
                return await Page.Read(this, request.RequestUri!, response);
            if (hop == 9) throw new InvalidOperationException($"Redirected in a circle: {location}");
            var next = new Uri(request.RequestUri!, location);
            if (next.Host != Root.Host) throw new InvalidOperationException($"Sent away to {next}");
            request = new HttpRequestMessage(HttpMethod.Get, next);
        }
    }

    public void Dispose() => client.Dispose();
}
