using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Souq.Accounts.Demo;
using Souq.Integration.Road;
using Souq.TestSupport;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Fuzz;

/// <summary>A market of its own to put garbage into, with an advert, a draft and somebody signed in for every role.</summary>
public sealed partial class FuzzedMarket(TestCluster cluster) : IAsyncLifetime
{
    private readonly Dictionary<string, Browser> people = [];

    public Market Market { get; } = new(cluster);

    /// <summary>Of the roles <c>visitor, seller, merchant, moderator, admin</c>.</summary>
    public Browser As(string role) => people[role];

    /// <summary>Pages no link leads to, or only for a moment.</summary>
    public IReadOnlyList<string> Starts { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await Market.InitializeAsync();
        var listing = await Market.Publish("Samsung Galaxy fuzz", "/fr");
        people["visitor"] = Market.Browser();
        foreach (var (role, email) in new[]
        {
            ("seller", DemoPeople.Seller), ("merchant", DemoPeople.Merchant), ("moderator", DemoPeople.Moderator), ("admin", DemoPeople.Admin),
        }) people[role] = await Market.SignedInAs(email);
        var photos = await people["seller"].WriteOffer("Un brouillon pour le hasard", "/fr");
        var draft = photos.Address.AbsolutePath.Replace("/fr", "", StringComparison.Ordinal).Replace("/photos", "", StringComparison.Ordinal);
        using var waiting = await Market.SignedInAs(DemoPeople.Seller);
        await Market.Submit(await waiting.Preview("Samsung qui attend", "/fr"));
        Starts =
        [
            "/", "/search", "/search?q=samsung", "/offers", $"/l/{listing.Number}", "/signin", "/signup", "/forgot", "/terms",
            "/offer", "/offer?section=cars", "/offer?section=smartphones", draft, draft + "/words", draft + "/photos", draft + "/preview",
            "/desk", $"/desk/{listing.Number}", $"/l/{listing.Number}/history", "/messages", "/me", "/moderation", "/admin/sections", "/admin/stores",
            // Of somebody whose roles nobody misses.
            "/moderation/blind", "/admin/views", "/admin/staff", $"/admin/staff/{DemoPeople.IdOf(DemoPeople.Buyer)}",
        ];
    }

    /// <summary>
    /// Every form the role can reach, each once: by the shape of the page's address, or where it goes and what it asks. Pages are found by
    /// following links, so that a new form is put to the test without being named here.
    /// </summary>
    public async Task<IReadOnlyList<(string Page, string Form)>> Forms(string role, string language)
    {
        var (waiting, seen, forms) = (new Queue<string>(Starts.Select(s => language + s)), new HashSet<string>(), new Dictionary<string, (string, string)>());
        while (waiting.TryDequeue(out var address) && seen.Count < 150)
        {
            if (!seen.Add(Shape(address))) continue;
            var page = await As(role).Open(address);
            ((int)page.Status).ShouldBeLessThan(500, $"{role} on {address}");
            foreach (var form in page.Forms.Where(f => !Leaves(f)))
                forms.TryAdd(Name(form).Contains('?') ? Name(form) : Shape(page.Address.AbsolutePath) + " " + Name(form), (page.Address.PathAndQuery, Name(form)));
            foreach (var link in page.Document.QuerySelectorAll("main a[href], .tabs a[href]").Select(a => page.Resolve(a.GetAttribute("href")!)))
                if (Uri.TryCreate(link, UriKind.Absolute, out var to) && to.Host == "localhost" && to.AbsolutePath.StartsWith(language + "/", StringComparison.Ordinal)
                    && !to.AbsolutePath.Contains("/photos/", StringComparison.Ordinal) && !to.AbsolutePath.Contains("/admin/jobs", StringComparison.Ordinal)
                    && !to.AbsolutePath.Contains("/admin/staff/", StringComparison.Ordinal))
                    waiting.Enqueue(to.PathAndQuery);
        }

        return [.. forms.Values];
    }

    /// <summary>A form by its handler, else by where it goes and what it asks.</summary>
    public static string Name(IHtmlFormElement form) =>
        form.QuerySelector("input[name=_handler]")?.GetAttribute("value")
        ?? form.GetAttribute("action") + "?" + string.Join('&', form.QuerySelectorAll("[name]").Select(e => e.GetAttribute("name")).Distinct());

    private static bool Leaves(IHtmlFormElement form) =>
        form.QuerySelector("input[name=_handler]")?.GetAttribute("value") == "signout" || (form.GetAttribute("action") ?? "").Contains("signout", StringComparison.Ordinal);

    private static string Shape(string address)
    {
        var (path, query) = address.Split('?', 2) is [var p, var q] ? (p, q) : (address, "");
        var names = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')[0]).Order();
        return Number().Replace(Id().Replace(path, "{id}"), "{n}") + "?" + string.Join('&', names);
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|[A-Za-z0-9_-]{40,}")]
    private static partial Regex Id();

    [GeneratedRegex("(?<=/)[0-9]+")]
    private static partial Regex Number();

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in people.Values) browser.Dispose();
        await Market.DisposeAsync();
    }
}

[CollectionDefinition(nameof(FuzzedMarket))]
public sealed class FuzzedMarketCollection : ICollectionFixture<FuzzedMarket>;
