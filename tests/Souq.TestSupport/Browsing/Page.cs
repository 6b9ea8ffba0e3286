using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Souq.TestSupport.Browsing;

/// <summary>What came back, as a person without scripts has it before him.</summary>
public sealed class Page
{
    private readonly Browser browser;

    private Page(Browser browser, Uri address, HttpStatusCode status, HttpResponseHeaders headers, string html)
    {
        (this.browser, Address, Status, Headers, Html) = (browser, address, status, headers, html);
        Document = new HtmlParser().ParseDocument(html);
    }

    /// <summary>Where the redirects ended.</summary>
    public Uri Address { get; }
    public HttpStatusCode Status { get; }
    public HttpResponseHeaders Headers { get; }
    public string Html { get; }
    public IHtmlDocument Document { get; }

    /// <summary>The words of the first element that fits, blanks folded; empty when there is none.</summary>
    public string Text(string selector = "main") =>
        string.Join(' ', (Document.QuerySelector(selector)?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What stands in a field; <c>null</c> when there is no such field.</summary>
    public string? Field(string name) => Control(Document, name) switch
    {
        IHtmlInputElement { Type: "checkbox" } box => box.IsChecked ? box.Value : "",
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value,
        IHtmlTextAreaElement area => area.Value,
        _ => null,
    };

    /// <summary>What is wrong with a field, as it stands beside it.</summary>
    public string Error(string name) => Control(Document, name)?.Closest(".field")?.QuerySelector(".error")?.TextContent.Trim() ?? "";

    /// <summary>Follows the first link that fits.</summary>
    public Task<Page> Follow(string selector) =>
        browser.Open(Resolve((Document.QuerySelector(selector) ?? throw Missing(selector)).GetAttribute("href") ?? ""));

    /// <summary>
    /// Fills and sends a form, found by the name of its handler or a selector. Fields not named keep what stands in them; <c>null</c>
    /// unticks a box.
    /// </summary>
    public Task<Page> Submit(string form, params (string Name, string? Value)[] fields)
    {
        var found = Form(form);
        return Send(found, Filled(found, fields));
    }

    /// <summary>The forms on the page, in its order.</summary>
    public IReadOnlyList<IHtmlFormElement> Forms => [.. Document.Forms];

    /// <summary>What a browser would send of a form that nobody touched.</summary>
    public static IReadOnlyList<(string Name, string Value)> Untouched(IHtmlFormElement form) => Filled(form, []);

    /// <summary>Sends a form with exactly these values.</summary>
    public Task<Page> Send(IHtmlFormElement found, IEnumerable<(string Name, string Value)> values)
    {
        var pairs = values.Select(v => KeyValuePair.Create(v.Name, v.Value));
        var address = Resolve(found.GetAttribute("action") ?? "");
        return string.Equals(found.Method, "get", StringComparison.OrdinalIgnoreCase)
            ? browser.Open(address.Split('?')[0] + "?" + string.Join('&', pairs.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}")))
            : browser.Post(address, pairs);
    }

    /// <summary>Fills and sends a form with files, as <see cref="Submit"/> does one without.</summary>
    public Task<Page> Upload(string form, string field, IEnumerable<(string Name, byte[] Bytes)> files, params (string Name, string? Value)[] fields)
    {
        var found = Form(form);
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in Filled(found, fields)) content.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files)
            content.Add(new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } }, field, name);
        return browser.Post(Resolve(found.GetAttribute("action") ?? ""), content);
    }

    /// <summary>An address on this page, as the base element has it resolved.</summary>
    public string Resolve(string href) => href.Length == 0 ? Address.AbsoluteUri
        : new Uri(new Uri(Address, Document.QuerySelector("base")?.GetAttribute("href") ?? ""), href).AbsoluteUri;

    internal static async Task<Page> Read(Browser browser, Uri address, HttpResponseMessage response) =>
        new(browser, address, response.StatusCode, response.Headers, await response.Content.ReadAsStringAsync());

    private IHtmlFormElement Form(string form) => Document.QuerySelector<IHtmlFormElement>($"form:has(input[name='_handler'][value='{form}'])")
        ?? (form.All(char.IsLetterOrDigit) ? null : Document.QuerySelector<IHtmlFormElement>(form)) ?? throw Missing(form);

    private static List<(string Name, string Value)> Filled(IHtmlFormElement form, (string Name, string? Value)[] fields)
    {
        var values = form.QuerySelectorAll("input, select, textarea").Where(IsSent)
            .Select(e => (Name: e.GetAttribute("name")!, Value: ValueOf(e))).ToList();
        foreach (var (name, value) in fields)
        {
            values.RemoveAll(v => v.Name == name);
            if (value is not null) values.Add((name, value));
        }

        return values;
    }

    private static IElement? Control(IParentNode within, string name) =>
        within.QuerySelector($"input[name='{name}']:not([type=hidden]), select[name='{name}'], textarea[name='{name}']");

    private static bool IsSent(IElement element) => element.GetAttribute("name") is { Length: > 0 } && !element.HasAttribute("disabled")
        && element is not IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }
        && element is not IHtmlInputElement { Type: "submit" or "button" or "file" };

    private static string ValueOf(IElement element) => element switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlTextAreaElement area => area.Value,
        _ => "",
    };

    private InvalidOperationException Missing(string what) => new($"There is no {what} on {Address} ({Status}): {Text("body")}");
}
