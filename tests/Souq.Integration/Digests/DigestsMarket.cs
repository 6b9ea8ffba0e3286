using Alba;
using JasperFx.Resources;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Npgsql;
using Souq.Catalog;
using Souq.Catalog.Contracts;
using Souq.Digests;
using Souq.Digests.Contracts;
using Souq.EventStore;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Mail;
using Souq.TestSupport;
using Souq.Web;
using Souq.Web.Layout;
using Souq.Web.Localisation;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence;
using Wolverine.Tracking;

namespace Souq.Integration.Digests;

/// <summary>
/// The digests on a real database and a real mail server. Its clock only goes forward: every test begins some hours after the last, with
/// mailboxes of its own, which hear of nothing that was published before them.
/// </summary>
public sealed class DigestsMarket(TestCluster cluster) : IAsyncLifetime
{
    /// <summary>Milliseconds a message and all that follows from it may take.</summary>
    public const int Patience = 60_000;

    private long number = 10_000;

    public IAlbaHost Host { get; private set; } = null!;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public SmtpSink Sink { get; } = new();

    public CatalogSnapshot Catalog => Host.Services.GetRequiredService<ICatalog>().Current;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Environment.EnvironmentName = "Development";
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Souq:PublicUrl"] = "https://souq.example",
            ["Smtp:Host"] = "127.0.0.1",
            ["Smtp:Port"] = $"{Sink.Port}",
            ["Smtp:StartTls"] = "false",
            ["Digests:SliceSize"] = "2",
        });
        var services = builder.Services;
        var connection = await cluster.NewDatabaseAsync();
        services.AddSingleton(_ => NpgsqlDataSource.Create(connection));
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        services.AddSouqWeb().AddSouqMail().AddCatalog().AddDigests();
        services.AddRazorComponents();
        services.AddMarten(o => o.DatabaseSchemaName = "shared").UseNpgsqlDataSource().UseLightweightSessions().IntegrateWithWolverine();
        builder.Host.UseWolverine(options =>
        {
            options.ApplicationAssembly = typeof(DigestsMarket).Assembly;
            options.Discovery.IncludeAssembly(typeof(DigestsModule).Assembly);
            options.Policies.UseAncillaryStorageFromAssembly(typeof(IDigestsStore), typeof(DigestsModule).Assembly);
            options.Durability.MessageStorageSchemaName = "wolverine";
            options.Durability.MessageIdentity = MessageIdentity.IdAndDestination;
            options.Durability.Mode = DurabilityMode.Solo;
            options.MultipleHandlerBehavior = MultipleHandlerBehavior.Separated;
            options.EntityDefaults.OnMissing = OnMissing.ThrowException;
            options.Policies.AutoApplyTransactions();
            options.Policies.UseDurableLocalQueues();
        });
        services.AddResourceSetupOnStartup();
        Host = await AlbaHost.For(builder, app =>
        {
            app.UseSouqLanguages();
            app.UseRouting();
            app.UseAntiforgery();
            app.MapDigests();
            app.MapRazorComponents<App>().AddAdditionalAssemblies([.. app.Services.GetServices<Module>().Select(m => m.Assembly)]);
        });
    }

    /// <summary>A fact from the listings, followed to its end.</summary>
    public async Task<ListingPublished> Publish(string title, string section = "cars", int commune = 3101, bool first = true, string? photo = null)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        var fact = new ListingPublished(
            Guid.CreateVersion7(), 1, ++number, Guid.CreateVersion7(), Catalog.Section(section)!.Id, title, commune,
            new Price(PriceType.Negotiable, 1_250_000), photo, first, Clock.GetUtcNow());
        await Host.SendMessageAndWaitAsync(fact, timeoutInMilliseconds: Patience);
        return fact;
    }

    public Task End(ListingPublished advert) =>
        Host.SendMessageAndWaitAsync(new ListingEnded(advert.ListingId, advert.Number, advert.SellerId, ListingEnd.Sold, Clock.GetUtcNow()), timeoutInMilliseconds: Patience);

    /// <summary>The clock ticks; every letter that follows has been sent when this returns.</summary>
    public Task Tick() => Host.SendMessageAndWaitAsync(new SendDueDigests(Clock.GetUtcNow()), timeoutInMilliseconds: Patience);

    /// <summary>Goes on to a local time of day, a number of days later.</summary>
    public void GoTo(int days, int hour, int minute = 0)
    {
        var local = Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(1));
        Clock.SetUtcNow(new DateTimeOffset(local.Date, local.Offset).AddDays(days).AddHours(hour).AddMinutes(minute).ToUniversalTime());
    }

    /// <summary>Goes on to ten in the morning of the next such day.</summary>
    public void GoToNext(DayOfWeek day)
    {
        do GoTo(days: 1, hour: 10);
        while (Clock.GetUtcNow().DayOfWeek != day);
    }

    /// <summary>What came to an address, oldest first.</summary>
    public IReadOnlyList<MimeMessage> MailTo(string address) =>
        [.. Sink.Mails.Where(m => m.To.Contains(address)).Select(m => MimeMessage.Load(new MemoryStream(System.Text.Encoding.Latin1.GetBytes(m.Source))))];

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Sink.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class DigestsCollection : ICollectionFixture<DigestsMarket>
{
    public const string Name = "digests";
}
