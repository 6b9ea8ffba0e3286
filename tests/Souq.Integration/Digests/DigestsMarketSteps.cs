using System.Text.RegularExpressions;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Souq.Digests;
using Souq.Digests.Subscribing;
using Wolverine.Tracking;

namespace Souq.Integration.Digests;

/// <summary>What people do with alerts, through the pages.</summary>
internal static partial class DigestsMarketSteps
{
    /// <param name="section">Or a whole search, such as <c>q=clio</c>.</param>
    /// <summary>Fills the form; the address of the page people are sent to, empty when the form was refused.</summary>
    public static async Task<string> Ask(
        this DigestsMarket market, string address, string pathBase = "", string section = "cars", string wilaya = "31", string commune = "", Frequency frequency = Frequency.Daily)
    {
        var location = "";
        await market.Host.ExecuteAndWaitAsync(
            async () => location = await market.SendForm(address, pathBase, section, wilaya, commune, frequency), DigestsMarket.Patience);
        return location;
    }

    public static async Task<string[]> AskAtOnce(this DigestsMarket market, string address, int times)
    {
        string[] locations = [];
        await market.Host.ExecuteAndWaitAsync(
            async () => locations = await Task.WhenAll(
                Enumerable.Range(0, times).Select(_ => market.SendForm(address, "", "cars", "31", "", Frequency.Daily))),
            DigestsMarket.Patience);
        return locations;
    }

    private static async Task<string> SendForm(
        this DigestsMarket market, string address, string pathBase, string section, string wilaya, string commune, Frequency frequency)
    {
        var form = new Dictionary<string, string> { ["_handler"] = "alert", ["address"] = address, ["frequency"] = $"{frequency}" };
        if (section.Contains('=', StringComparison.Ordinal)) form["query"] = section;
        else (form["section"], form["wilaya"], form["commune"]) = (section, wilaya, commune);
        var result = await market.Host.Scenario(_ =>
        {
            _.Post.FormData(form).ToUrl($"{pathBase}/alerts/new");
            _.IgnoreStatusCode();
        });
        return result.Context.Response.Headers.Location.ToString();
    }

    public static async Task Subscribe(
        this DigestsMarket market, string address, string pathBase = "", string section = "cars", string wilaya = "31", string commune = "", Frequency frequency = Frequency.Daily)
    {
        await market.Ask(address, pathBase, section, wilaya, commune, frequency);
        await market.Confirm(market.LinkIn(address, "alerts/confirm"));
        await market.CatchUp();
    }

    /// <summary>Presses the button on the page a confirmation link leads to.</summary>
    public static async Task Confirm(this DigestsMarket market, string link)
    {
        var page = await market.Host.Scenario(_ => _.Get.Url(link));
        var html = await page.ReadAsTextAsync();
        var cookie = page.Context.Response.Headers.SetCookie.ToString().Split(';')[0];
        await market.Host.ExecuteAndWaitAsync(() => market.Host.Scenario(_ =>
        {
            _.Post.FormData(new Dictionary<string, string>
            {
                ["_handler"] = "confirm",
                ["__RequestVerificationToken"] = Token().Match(html).Groups[1].Value,
            }).ToUrl(link);
            _.WithRequestHeader("Cookie", cookie);
            _.StatusCodeShouldBe(302);
        }), DigestsMarket.Patience);
    }

    public static async Task<string> Get(this DigestsMarket market, string path) =>
        await (await market.Host.Scenario(_ => _.Get.Url(path))).ReadAsTextAsync();

    public static async Task<string> Post(this DigestsMarket market, string path, Dictionary<string, string> form)
    {
        var answer = "";
        await market.Host.ExecuteAndWaitAsync(async () => answer = await (await market.Host.Scenario(_ =>
        {
            _.Post.FormData(form).ToUrl(path);
            _.IgnoreStatusCode();
        })).ReadAsTextAsync(), DigestsMarket.Patience);
        return answer;
    }

    /// <summary>The newest link of a kind in an address's mail, from the root of the site.</summary>
    public static string LinkIn(this DigestsMarket market, string address, string kind) => market.MailTo(address)
        .Select(m => Regex.Match(m.TextBody!, $@"https://souq\.example(/\S*{kind}/\S+)")).Last(m => m.Success).Groups[1].Value;

    /// <summary>Where a form of a page posts to, from the root of the site.</summary>
    public static string ActionIn(string page, string kind) => "/" + Regex.Match(page, $"action=\"({kind}/[^\"]+)\"").Groups[1].Value;

    /// <summary>The subscriptions of an address that is still known; all of them without one.</summary>
    public static async Task<IReadOnlyList<DigestSubscription>> Subscriptions(this DigestsMarket market, string? address = null)
    {
        await using var session = market.Host.Services.GetRequiredService<IDigestsStore>().QuerySession();
        IQueryable<DigestSubscription> subscriptions = session.Query<DigestSubscription>();
        if (address is not null)
        {
            var owner = (await Subscriber.Find(session, address, default)).ShouldNotBeNull().Id;
            subscriptions = subscriptions.Where(s => s.SubscriberId == owner);
        }

        return await subscriptions.OrderBy(s => s.RequestedAt).ThenBy(s => s.Id).ToListAsync();
    }

    public static async Task<DigestSubscription> Load(this DigestsMarket market, Guid subscription)
    {
        await using var session = market.Host.Services.GetRequiredService<IDigestsStore>().QuerySession();
        return (await session.LoadAsync<DigestSubscription>(subscription)).ShouldNotBeNull();
    }

    /// <summary>What the events say of the subscriptions is what is known of them.</summary>
    public static async Task RebuildsAsItWas(this DigestsMarket market)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (known, events) = ((await market.Subscriptions()).ToDictionary(s => s.Id), await Events());
            await market.Host.Rebuild(typeof(IDigestsStore));
            var rebuilt = await market.Subscriptions();
            // What a message of an earlier test has changed meanwhile, tried again after a clash, is no fault of the rebuild.
            if (await Events() != events && attempt < 4) continue;
            rebuilt.Count.ShouldBe(known.Count);
            // Side by side, where they differ.
            rebuilt.Where(s => s != known[s.Id]).Select(s => $"{known[s.Id]} -> {s}").ShouldBeEmpty();
            return;
        }

        Task<long> Events() => market.Count("select count(*) from digests.mt_events");
    }

    public static async Task<bool> Knows(this DigestsMarket market, string address)
    {
        await using var session = market.Host.Services.GetRequiredService<IDigestsStore>().QuerySession();
        return await Subscriber.Find(session, address, default) is not null;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
