using System.Net;
using Alba;
using JasperFx;
using JasperFx.Resources;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Npgsql;
using Souq.Accounts;
using Souq.Accounts.Demo;
using Souq.EventStore;
using Souq.Mail;
using Souq.Mail.Posting;
using Souq.Mail.Templates;
using Souq.TestSupport;
using Souq.TestSupport.Browsing;
using Souq.Web;
using Souq.Web.Errors;
using Souq.Web.Layout;
using Souq.Web.Localisation;
using Souq.Web.Security;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Marten;
using Wolverine.Persistence;
using Wolverine.Tracking;

namespace Souq.Integration.Accounts;

/// <summary>A node of a market that has the demo people and nothing else, on a real database. Letters stay in a bag.</summary>
public sealed class AccountsMarket : IAsyncDisposable
{
    public const string Sentence = "a long sentence";
    private readonly MailBag bag;
    private int networks;

    private AccountsMarket(IAlbaHost host, FakeTimeProvider clock, MailBag bag, string connection) =>
        (Host, Clock, this.bag, Connection) = (host, clock, bag, connection);

    public IAlbaHost Host { get; }

    public FakeTimeProvider Clock { get; }

    public string Connection { get; }

    public IAccountsStore Store => Host.Services.GetRequiredService<IAccountsStore>();

    /// <param name="connection">The database of another node; an own one without.</param>
    public static async Task<AccountsMarket> Open(TestCluster cluster, string? connection = null)
    {
        // Identity asks the real clock when a lock ends, so that this one starts where that one is.
        var (clock, bag) = (new FakeTimeProvider(TimeProvider.System.GetUtcNow()), new MailBag());
        connection ??= await cluster.NewDatabaseAsync();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection([new("Souq:PublicUrl", "http://localhost")]);
        var services = builder.Services;
        services.AddSingleton(_ => NpgsqlDataSource.Create(connection));
        services.AddSingleton<TimeProvider>(clock);
        services.AddSouqWeb().AddSouqMail().AddAccounts();
        services.Replace(ServiceDescriptor.Singleton<ICarrier>(bag));
        services.AddMailTemplate<NewsTemplate>();
        services.AddRazorComponents();
        services.AddMarten(o => o.DatabaseSchemaName = "shared").UseNpgsqlDataSource().UseLightweightSessions().IntegrateWithWolverine();
        builder.Host.UseWolverine(options =>
        {
            options.ApplicationAssembly = typeof(AccountsMarket).Assembly;
            options.Discovery.IncludeAssembly(typeof(AccountsModule).Assembly);
            options.Policies.UseAncillaryStorageFromAssembly(typeof(IAccountsStore), typeof(AccountsModule).Assembly);
            options.Durability.MessageStorageSchemaName = "wolverine";
            options.Durability.MessageIdentity = MessageIdentity.IdAndDestination;
            options.Durability.Mode = DurabilityMode.Solo;
            options.MultipleHandlerBehavior = MultipleHandlerBehavior.Separated;
            options.EntityDefaults.OnMissing = OnMissing.ThrowException;
            options.Policies.AutoApplyTransactions();
            options.Policies.UseDurableLocalQueues();
            options.Policies.OnException<ConcurrencyException>().RetryWithCooldown(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(100));
        });
        services.AddResourceSetupOnStartup();
        var host = await AlbaHost.For(builder, app =>
        {
            app.Use(Networks);
            app.UseSouqLanguages();
            app.UseSouqErrors();
            app.UseRouting();
            app.UseAuthentication();
            app.UseAuthorization();
            app.UseSouqAntiforgery();
            app.MapRazorComponents<App>().AddAdditionalAssemblies([.. app.Services.GetServices<Module>().Select(m => m.Assembly)]);
        });
        var market = new AccountsMarket(host, clock, bag, connection);
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

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private static Task Networks(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers["X-Network"] is [{ } network]) context.Connection.RemoteIpAddress = IPAddress.Parse(network);
        return next(context);
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
