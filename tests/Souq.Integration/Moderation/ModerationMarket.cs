using Alba;
using JasperFx;
using JasperFx.Resources;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Souq.Accounts;
using Souq.Accounts.Demo;
using Souq.Catalog;
using Souq.EventStore;
using Souq.Mail;
using Souq.Moderation;
using Souq.TestSupport;
using Souq.Web;
using Souq.Web.Errors;
using Souq.Web.Layout;
using Souq.Web.Localisation;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Marten;
using Wolverine.Persistence;

namespace Souq.Integration.Moderation;

/// <summary>Moderation with real people, real letters and a real database; the adverts are facts that a test makes up.</summary>
public sealed class ModerationMarket(TestCluster cluster) : IAsyncLifetime
{
    private readonly string folder = TemporaryFolders.New();

    public IAlbaHost Host { get; private set; } = null!;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public IModerationStore Store => Host.Services.GetRequiredService<IModerationStore>();

    public string Mailbox => Path.Combine(folder, "mail");

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Configuration.AddInMemoryCollection([new("Souq:PublicUrl", "https://souq.example"), new("SOUQ_DATA", folder)]);
        var services = builder.Services;
        var connection = await cluster.NewDatabaseAsync();
        services.AddSingleton(_ => NpgsqlDataSource.Create(connection));
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        services.AddSouqWeb().AddSouqMail().AddCatalog().AddAccounts().AddModeration();
        services.AddRazorComponents();
        services.AddMarten(o => o.DatabaseSchemaName = "shared").UseNpgsqlDataSource().UseLightweightSessions().IntegrateWithWolverine();
        Module[] modules = [.. services.Select(s => s.ImplementationInstance).OfType<Module>()];
        builder.Host.UseWolverine(options => Configure(options, modules));
        services.AddResourceSetupOnStartup();
        Host = await AlbaHost.For(builder, app =>
        {
            app.UseSouqLanguages();
            app.UseSouqErrors();
            app.UseRouting();
            app.UseAuthentication();
            app.UseAuthorization();
            app.UseAntiforgery();
            app.MapRazorComponents<App>().AddAdditionalAssemblies([.. modules.Select(m => m.Assembly)]);
        });
        await using var scope = Host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoPeople>().EnsureAsync();
        await scope.ServiceProvider.GetRequiredService<DemoPeople>().EnsureSellersAsync(4);
    }

    /// <summary>No case, no letter.</summary>
    public async Task Empty()
    {
        Host.Services.GetRequiredService<DecisionProbe>().Decided.Clear();
        await Store.Advanced.Clean.DeleteAllEventDataAsync();
        await Store.Advanced.Clean.DeleteAllDocumentsAsync();
        if (Directory.Exists(Mailbox)) Directory.Delete(Mailbox, recursive: true);
    }

    public async ValueTask DisposeAsync()
    {
        if (Host is not null) await Host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static void Configure(WolverineOptions options, Module[] modules)
    {
        options.ApplicationAssembly = typeof(ModerationModule).Assembly;
        options.Discovery.IncludeType(typeof(DecisionListener));
        foreach (var module in modules)
        {
            options.Discovery.IncludeAssembly(module.Assembly);
            options.Policies.UseAncillaryStorageFromAssembly(module.Store, module.Assembly);
        }
        options.Durability.MessageStorageSchemaName = "wolverine";
        options.Durability.MessageIdentity = MessageIdentity.IdAndDestination;
        options.Durability.Mode = DurabilityMode.Solo;
        options.MultipleHandlerBehavior = MultipleHandlerBehavior.Separated;
        options.EntityDefaults.OnMissing = OnMissing.ThrowException;
        options.Policies.AutoApplyTransactions();
        options.Policies.UseDurableLocalQueues();
        options.Policies.OnException<ConcurrencyException>()
            .RetryWithCooldown(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(250));
        options.Services.AddSingleton<DecisionProbe>();
    }
}

[CollectionDefinition(nameof(ModerationMarket))]
public sealed class ModerationMarketCollection : ICollectionFixture<ModerationMarket>;
