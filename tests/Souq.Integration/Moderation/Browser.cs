using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Souq.Accounts.Demo;
using Wolverine.Tracking;

namespace Souq.Integration.Moderation;

/// <summary>Somebody's browser: cookies, and forms sent with what the page last shown holds.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly ModerationMarket market;
    private readonly HttpClient client;
    private readonly CookieContainer cookies = new();
    private readonly Uri root = new("http://localhost");

    public Browser(ModerationMarket market)
    {
        this.market = market;
        client = market.Host.Server.CreateClient();
        client.BaseAddress = root;
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
    }

    public HttpStatusCode Status { get; private set; }

    public string Page { get; private set; } = "";

    /// <summary>Where the last answer sends the browser; empty when it does not.</summary>
    public string Location { get; private set; } = "";

    public static async Task<Browser> SignIn(ModerationMarket market, string email)
    {
        var browser = new Browser(market);
        await browser.Get("/signin");
        await browser.Post("/signin", "signin", ("email", email), ("password", DemoPeople.Password));
        browser.Status.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }

    public Task Get(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return Send(request);
    }

    /// <summary>Goes where the last answer sends it.</summary>
    public Task Follow() => Get(Location);

    /// <summary>Sends a form of the page, and waits until everything that follows has happened.</summary>
    public async Task Post(string path, string form, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(Page) is { Success: true } found ? found.Groups[1].Value : "";
        await market.Host.ExecuteAndWaitAsync(() => PostRaw(path, [("_handler", form), ("__RequestVerificationToken", token), .. fields]));
    }

    /// <summary>Sends fields as they are, whatever the page holds.</summary>
    public Task PostRaw(string path, params (string Name, string Value)[] fields) => Send(new HttpRequestMessage(HttpMethod.Post, path)
    {
        Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
    });

    public void Dispose() => client.Dispose();

    private async Task Send(HttpRequestMessage request)
    {
        using (request)
        {
            if (cookies.GetCookieHeader(root) is { Length: > 0 } sent) request.Headers.Add("Cookie", sent);
            using var answer = await client.SendAsync(request);
            if (answer.Headers.TryGetValues("Set-Cookie", out var set))
                foreach (var cookie in set) cookies.SetCookies(root, cookie);
            Status = answer.StatusCode;
            var location = answer.Headers.Location;
            Location = location is null ? "" : location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString;
            Page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
