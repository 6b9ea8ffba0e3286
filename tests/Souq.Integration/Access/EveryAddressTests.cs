using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Souq.Accounts.Demo;
using Souq.Accounts.Staff;
using Souq.Accounts.Stores;
using Souq.Catalog.Contracts;
using Souq.Integration.Road;
using Souq.Moderation.Opening;
using Souq.Moderation.Reporting;
using Souq.Moderation.Reporting.Pictures;
using Souq.TestSupport;
using Souq.Web.Commands;
using Souq.Web.Security;
using Case = Souq.Moderation.Case;

namespace Souq.Integration.Access;

/// <summary>Every address the program answers at, taken from its endpoints, with every method, as everybody.</summary>
[Collection(nameof(GuardedMarket))]
public sealed partial class EveryAddressTests(GuardedMarket market)
{
    [Fact]
    public void Every_address_says_whom_it_is_for_and_no_other_does()
    {
        var asked = market.Addresses.Select(a => $"{a.Method} {a.Route}").ToList();
        asked.Count.ShouldBeGreaterThan(100);
        market.Addresses.Where(a => Declared.Of(a.Route, a.Method) is null).Select(a => $"{a.Method} {a.Route}").ShouldBeEmpty();
        Declared.Routes.Keys.Except(market.Addresses.Select(a => a.Route)).ShouldBeEmpty();
    }

    /// <summary>What a circuit or a hub calls is an address of its own; there is none, and the first one has to be tried here.</summary>
    [Fact]
    public void There_is_no_circuit_and_no_hub() =>
        market.Endpoints.Where(e => e.Metadata.Any(m => m.GetType().Name is "HubMetadata" or "DisconnectEndpointMetadata") || e.RoutePattern.RawText!.Contains("_blazor", StringComparison.Ordinal))
            .Select(e => e.RoutePattern.RawText).ShouldBeEmpty();

    [Theory]
    [InlineData("visitor")]
    [InlineData("member")]
    [InlineData("owner")]
    [InlineData("merchant")]
    [InlineData("moderator")]
    [InlineData("moderator elsewhere")]
    [InlineData("senior")]
    [InlineData("admin")]
    public async Task Each_address_lets_in_whom_it_says(string role)
    {
        var wrong = new List<string>();
        foreach (var (route, method) in market.Addresses)
        {
            if (Declared.Of(route, method) is not { } access) continue;
            // Files of other programs' making, for hours.
            if (route.StartsWith("admin/jobs", StringComparison.Ordinal) && method != "GET") continue;
            var (status, location) = await market.Ask(role, method, market.Sample(route));
            var answer = Read(status, location);
            var expected = market.IsMadeUp(route) && access is (Access.Owner or Access.OwnerOrStaff) && role == "owner" ? [Answer.NotThere, Answer.In] : Expected(access, role);
            // What is there to be seen is seen by those it is for; some ask first what one wants of it.
            if (!expected.Contains(answer) || (int)status >= 500 || (answer == Answer.In && method == "GET" && !market.IsMadeUp(route) && (int)status > 400))
                wrong.Add($"{method} {route} as {role}: {(int)status} {location}, and not {string.Join(" or ", expected)}");
        }

        wrong.ShouldBeEmpty();
    }

    private enum Answer { In, SignIn, Forbidden, NotThere, NoToken }

    private static Answer Read(HttpStatusCode status, string location) => status switch
    {
        HttpStatusCode.Redirect or HttpStatusCode.Found when SignIn().IsMatch(location) => Answer.SignIn,
        HttpStatusCode.Unauthorized => Answer.NoToken,
        HttpStatusCode.Forbidden => Answer.Forbidden,
        HttpStatusCode.NotFound => Answer.NotThere,
        _ => Answer.In,
    };

    /// <summary>What is not there is not there for anybody: the made-up word of a link, an upload nobody began.</summary>
    private static Answer[] Expected(Access access, string role)
    {
        var staff = role is "moderator" or "moderator elsewhere" or "senior" or "admin";
        return (access, role) switch
        {
            (Access.Anybody, _) => [Answer.In, Answer.NotThere],
            (Access.Others, _) => role == "owner" ? [Answer.In, Answer.Forbidden] : [Answer.In],
            (Access.Token, _) => [Answer.NoToken],
            (_, "visitor") => [Answer.SignIn],
            (Access.Member, _) => [Answer.In],
            (Access.Owner, "owner") or (Access.OwnerOrStaff, "owner") => [Answer.In],
            (Access.OwnerOrStaff, _) when staff => [Answer.In],
            (Access.Owner or Access.OwnerOrStaff, _) => [Answer.NotThere, Answer.Forbidden],
            (Access.Moderator, _) => staff ? [Answer.In, Answer.NotThere] : [Answer.Forbidden],
            (Access.ModeratorOfSection, _) => staff && role != "moderator elsewhere" ? [Answer.In] : [Answer.Forbidden],
            (Access.Senior, _) => role is "senior" or "admin" ? [Answer.In, Answer.NotThere] : [Answer.Forbidden],
            (Access.Admin, _) => role == "admin" ? [Answer.In] : [Answer.Forbidden],
            _ => throw new ArgumentOutOfRangeException(nameof(access), access, role),
        };
    }

    [GeneratedRegex("^(http://localhost)?(/fr|/en)?/signin")]
    private static partial Regex SignIn();
}

/// <summary>A market of its own with somebody in every role, and one of everything that belongs to somebody.</summary>
public sealed partial class GuardedMarket(TestCluster cluster) : IAsyncLifetime
{
    private const string Elsewhere = "elsewhere@souq.test", Old = "senior@souq.test", Talker = "talker@souq.test";

    private readonly Dictionary<string, (string Cookies, string Token)> people = [];
    private readonly Dictionary<string, string> samples = [];
    private readonly Market market = new(cluster);
    private HttpMessageInvoker client = null!;

    /// <summary>All but the files.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints { get; private set; } = [];

    /// <summary>Each with every method it takes.</summary>
    public IReadOnlyList<(string Route, string Method)> Addresses { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await market.InitializeAsync();
        client = new HttpMessageInvoker(market.Host.Server.CreateHandler());
        Endpoints =
        [
            .. market.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && e.RoutePattern.RawText is not null),
        ];
        Addresses =
        [
            .. Endpoints.SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET"])
                .Select(m => (e.RoutePattern.RawText!.Trim('/'), m))).Where(a => a.m is not ("HEAD" or "OPTIONS")).Distinct().Order(),
        ];
        await People();
        await Things();
    }

    /// <summary>True where nothing of the kind is there, so that nobody can be shown it.</summary>
    public bool IsMadeUp(string route) => Parameter().Matches(route).Any(p => !samples.ContainsKey(Key(route, p.Groups[1].Value)));

    public string Sample(string route) => "/" + Parameter().Replace(route, p => samples.GetValueOrDefault(Key(route, p.Groups[1].Value)) ?? p.Groups[2].Value switch
    {
        ":guid" => Guid.CreateVersion7().ToString(),
        ":long" or ":int" => "1",
        _ when p.Groups[2].Value.Contains("details", StringComparison.Ordinal) => "words",
        _ => "x",
    });

    /// <summary>Sends it with the cookies of somebody and a token that is good for his forms.</summary>
    public async Task<(HttpStatusCode Status, string Location)> Ask(string role, string method, string path)
    {
        var (cookies, token) = people[role];
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri("http://localhost" + path));
        request.Headers.Accept.ParseAdd("text/html");
        request.Headers.Add("Origin", "http://localhost");
        if (cookies.Length > 0) request.Headers.Add("Cookie", cookies);
        // Programs are asked for their token whatever they send, so that it is something they may send.
        if (method != "GET") request.Content = path.StartsWith("/api/", StringComparison.Ordinal)
            ? path.EndsWith("/photos", StringComparison.Ordinal) ? new MultipartFormDataContent { { new StringContent("x"), "photos", "x.jpg" } } : new StringContent("{}", System.Text.Encoding.UTF8, "application/json")
            : new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("_handler", "nobody-handles-this")]);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, answer.Headers.Location?.OriginalString ?? "");
    }

    private async Task People()
    {
        var (sender, clock) = (market.Service<CommandSender>(), market.Clock.GetUtcNow());
        await using var accounts = market.Service<Souq.Accounts.IAccountsStore>().QuerySession();
        var hash = (await accounts.LoadAsync<Souq.Accounts.Person>(DemoPeople.IdOf(DemoPeople.Buyer)))!.PasswordHash!;
        foreach (var email in new[] { Elsewhere, Old, Talker })
            await market.Follow(async () => await sender.Send(new EnrolPerson(DemoPeople.IdOf(email), email, "Somebody", null, Souq.Kernel.Language.French, null, hash, clock)));
        var section = market.Service<ICatalog>().Current.Section("smartphones")!;
        var other = market.Service<ICatalog>().Current.TopSections.First(s => s.Id != section.Path[0]).Id;
        var leila = DemoPeople.IdOf(DemoPeople.Admin);
        foreach (var set in new[] { new SetStaff(DemoPeople.IdOf(Elsewhere), [Principal.Moderator], [other], leila), new SetStaff(DemoPeople.IdOf(Old), [Principal.Senior], [], leila) })
            (await market.Follow(() => sender.Send(set))).ShouldBeEmpty();
        people["visitor"] = ("", "");
        foreach (var (role, email) in new[]
        {
            ("member", DemoPeople.Buyer), ("owner", DemoPeople.Seller), ("merchant", DemoPeople.Merchant), ("moderator", DemoPeople.Moderator),
            ("moderator elsewhere", Elsewhere), ("senior", Old), ("admin", DemoPeople.Admin),
        })
        {
            using var browser = await market.SignedInAs(email);
            var me = await browser.Open("/me");
            people[role] = (string.Join("; ", browser.Cookies.Select(c => $"{c.Name}={c.Value}")), me.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
        }
    }

    /// <summary>All of them the seller's.</summary>
    private async Task Things()
    {
        var listing = await market.Publish("Samsung Galaxy gardé", "/fr");
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        await seller.WriteOffer("Un brouillon gardé", "/fr");
        var draft = (await seller.WriteOffer("Un autre brouillon gardé", "/fr")).Address.AbsolutePath.Split('/')[^2];
        var refused = await market.Submit(await seller.Preview("Samsung refusé", "/fr", photo: 2));
        using (var karim = await market.SignedInAs(DemoPeople.Moderator)) await market.Refuse(karim, "Samsung refusé", "photos", "");
        using var buyer = await market.SignedInAs(Talker);
        var conversation = await market.Follow(async () => await (await buyer.Open($"/l/{listing.Number}/write")).Submit("write", ("words", "Bonjour")));
        await market.Follow(() => conversation.Upload("answer", "photos", [("a.jpg", RoadSteps.Jpeg(77))], ("words", "Voici")));
        samples["Number"] = listing.Number.ToString(CultureInfo.InvariantCulture);
        samples["number"] = samples["Number"];
        samples["Version"] = "1";
        samples["ListingId"] = draft;
        samples["listing"] = draft;
        samples["offer id"] = draft;
        samples["step"] = "words";
        samples["appeal CaseId"] = Case.IdOf(SubjectKinds.Listing, refused.Id).ToString();
        samples["CaseId"] = Case.IdOf(SubjectKinds.Listing, listing.Id).ToString();
        samples["PersonId"] = DemoPeople.IdOf(DemoPeople.Seller).ToString();
        samples["people Id"] = samples["PersonId"];
        samples["StoreId"] = Store.IdOf(DemoPeople.IdOf(DemoPeople.Merchant)).ToString();
        samples["Slug"] = "cherif-auto";
        samples["ConversationId"] = conversation.Address.AbsolutePath.Split('/')[^1];
        await using (var messages = market.Service<Souq.Messaging.IMessagingStore>().QuerySession())
        {
            var about = Guid.Parse(samples["ConversationId"]);
            var written = await messages.Query<Souq.Messaging.Conversations.MessageWords>().Where(m => m.ConversationId == about).ToListAsync();
            var shown = written.Single(m => m.Photos.Count > 0);
            (samples["MessageId"], samples["PhotoId"], samples["messages size"]) = (shown.Id.ToString(), shown.Photos[0].Id.ToString(), "card");
        }

        var answer = await seller.Open($"/fr/messages/{samples["ConversationId"]}");
        await market.Follow(() => answer.Submit("answer", ("words", "Bonjour")));
        var rate = await buyer.Open($"/fr/messages/{samples["ConversationId"]}/rate");
        await market.Follow(() => rate.Submit("rate", ("stars", "5")));
        samples["RatingId"] = Souq.Messaging.Ratings.Rating.IdOf(Guid.Parse(samples["ConversationId"])).ToString();
        var report = await seller.Open($"/fr/messages/{samples["ConversationId"]}/report/{samples["MessageId"]}");
        await market.Follow(() => report.Submit("report", ("reason", "fraud")));
        await ReportedWithPhoto();
        samples["admin Id"] = market.Service<ICatalog>().Current.TopSections.First().Id.ToString(CultureInfo.InvariantCulture);
        samples["Key"] = "car-models";
        samples["admin Name"] = "moderation.refused";
        samples["admin name"] = samples["admin Name"];
        samples["**path"] = "";
    }

    private async Task ReportedWithPhoto()
    {
        var (report, photo) = (Guid.CreateVersion7(), new ReportPhoto { Id = Guid.CreateVersion7(), Zoom = [1], Card = [1] });
        await using var session = market.Service<Souq.Moderation.IModerationStore>().LightweightSession();
        session.Store(new Report { Id = report, CaseId = Guid.Parse(samples["CaseId"]), Photo = new(photo.Id, 1, 1) });
        session.Store(photo);
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        (samples["ReportId"], samples["moderation size"]) = (report.ToString(), "zoom");
    }

    /// <summary>The same name may stand for different things under different roots.</summary>
    private string Key(string route, string parameter) => route.Contains("/uploads/{id", StringComparison.Ordinal) && parameter == "id" ? "upload"
        : samples.ContainsKey($"{route.Split('/')[0]} {parameter}") ? $"{route.Split('/')[0]} {parameter}" : parameter;

    [GeneratedRegex(@"\{([*\w]+\??)((?::(?:[^{}()]|\([^{}]*\))+)?)\}")]
    private static partial Regex Parameter();

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await market.DisposeAsync();
    }
}

[CollectionDefinition(nameof(GuardedMarket))]
public sealed class GuardedMarketCollection : ICollectionFixture<GuardedMarket>;
