using System.Net;
using Alba;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Souq.Accounts;
using Souq.Accounts.Demo;
using Souq.Integration.Road;
using Souq.Mail.Posting;
using Souq.Mail.Templates;
using Souq.TestSupport;
using Souq.TestSupport.Browsing;
using Wolverine.Tracking;

namespace Souq.Integration.Accounts;

/// <summary>A node of a market that has the demo people and no adverts. Letters stay in a bag, and every browser is in a network of its own.</summary>
public sealed class AccountsMarket : IAsyncDisposable
{
    public const string Sentence = "a long sentence";
    private readonly MailBag bag;
    private readonly string folder;
    private int networks;

    private AccountsMarket(IAlbaHost host, FakeTimeProvider clock, MailBag bag, string connection, string folder) =>
        (Host, Clock, this.bag, Connection, this.folder) = (host, clock, bag, connection, folder);

    public IAlbaHost Host { get; }

    public FakeTimeProvider Clock { get; }

    public string Connection { get; }

    public IAccountsStore Store => Host.Services.GetRequiredService<IAccountsStore>();

    /// <param name="connection">The database of another node; an own one without.</param>
    public static async Task<AccountsMarket> Open(TestCluster cluster, string? connection = null)
    {
        // Identity asks the real clock when a lock ends, so that this one starts where that one is.
        var (clock, bag) = (new FakeTimeProvider(TimeProvider.System.GetUtcNow()), new MailBag());
        connection ??= await Market.Database(cluster);
        var folder = TemporaryFolders.New();
        var host = await AlbaHost.For<Program>(web =>
        {
            web.UseEnvironment("Development");
            foreach (var (key, value) in Market.Settings(connection, folder)) web.UseSetting(key, value);
            web.UseSetting("Souq:PublicUrl", "http://localhost");
            web.ConfigureServices(services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
                services.Replace(ServiceDescriptor.Singleton<ICarrier>(bag));
                services.AddMailTemplate<NewsTemplate>();
                services.AddSingleton<IStartupFilter, Networks>();
            });
        });
        var market = new AccountsMarket(host, clock, bag, connection, folder);
        await using var scope = host.Services.CreateAsyncScope();
        await host.ExecuteAndWaitAsync(async _ => await scope.ServiceProvider.GetRequiredService<DemoPeople>().EnsureAsync());
        return market;
    }

    /// <summary>A network that nobody else is in, so that tests do not use up each other's limits.</summary>
    public string NewNetwork() => $"203.0.{Interlocked.Increment(ref networks)}.7";

    /// <summary>A browser somewhere on the internet.</summary>
    public Browser Browser(string? network = null) => new(new From(network ?? NewNetwork(), Host.Server.CreateHandler()));

    public async Task<Browser> SignedInAs(string email, string password = DemoPeople.Password)
    {
        var browser = Browser();
        await browser.SignIn(email, password);
        return browser;
    }

    /// <summary>An address nobody has signed up with.</summary>
    public static string NewAddress() => $"p{Guid.NewGuid():N}@example.dz";

    /// <summary>Does something, and waits for every message that follows from it.</summary>
    public async Task<T> Follow<T>(Func<Task<T>> act)
    {
        T result = default!;
        await Host.ExecuteAndWaitAsync(async _ => result = await act());
        return result;
    }

    /// <summary>Somebody who has signed up and confirmed, with <see cref="Sentence"/> as his password.</summary>
    /// <returns>His address.</returns>
    public async Task<string> Member(string address = "/fr/signup")
    {
        var email = NewAddress();
        using var browser = Browser();
        await Follow(async () => await (await browser.Open(address)).Submit("signup",
            ("name", "Amina B."), ("email", email), ("password", Sentence), ("phone", "0550 12 34 56"), ("terms", "true")));
        await Follow(async () => await (await browser.Open(LinkTo(email))).Submit("confirm"));
        return email;
    }

    public async Task<Person?> Person(string email)
    {
        var normalized = Souq.Accounts.Person.Normalize(email);
        await using var session = Store.QuerySession();
        return await session.Query<Person>().FirstOrDefaultAsync(p => p.NormalizedEmail == normalized);
    }

    /// <summary>What came to an address, oldest first.</summary>
    public IReadOnlyList<MimeMessage> MailTo(string address) => [.. bag.Mails.Where(m => m.To.Mailboxes.Any(b => b.Address == address))];

    /// <summary>The link on the button of the newest letter to an address.</summary>
    public string LinkTo(string address) =>
        MailTo(address)[^1].TextBody!.Split('\n').Last(line => line.StartsWith("http://localhost/", StringComparison.Ordinal)).Trim();

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await TemporaryFolders.DeleteAsync(folder);
    }

    private sealed class Networks : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, further) =>
            {
                if (context.Request.Headers["X-Network"] is [{ } network]) context.Connection.RemoteIpAddress = IPAddress.Parse(network);
                return further(context);
            });
            next(app);
        };
    }

    private sealed class From(string network, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Network", network);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
