using Alba;
using JasperFx.Resources;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Souq.Catalog;
using Souq.Catalog.Contracts;
using Souq.Catalog.Loading;
using Souq.Web.Localisation;
using Wolverine;
using Wolverine.Marten;

namespace Souq.Integration.Catalog;

/// <summary>One node of the market with the catalog alone, on a database that other nodes may share.</summary>
public sealed class CatalogNode : IAsyncDisposable
{
    private readonly IAlbaHost host;

    private CatalogNode(IAlbaHost host, FakeTimeProvider clock) => (this.host, Clock) = (host, clock);

    public IAlbaHost Host => host;

    public FakeTimeProvider Clock { get; }

    public ICatalogStore Store => host.Services.GetRequiredService<ICatalogStore>();

    public CatalogKeeper Keeper => host.Services.GetRequiredService<CatalogKeeper>();

    public CatalogCache Cache => host.Services.GetRequiredService<CatalogCache>();

    public CatalogSnapshot Catalog => host.Services.GetRequiredService<ICatalog>().Current;

    public static async Task<CatalogNode> StartAsync(string connection)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        var builder = WebApplication.CreateBuilder();
        var services = builder.Services;
        services.AddSingleton(_ => NpgsqlDataSource.Create(connection));
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        services.AddSouqLocalization().AddCatalog();
        services.AddMarten(o => o.DatabaseSchemaName = "shared").UseNpgsqlDataSource().UseLightweightSessions().IntegrateWithWolverine();
        builder.Host.UseWolverine(options =>
        {
            options.ApplicationAssembly = typeof(CatalogNode).Assembly;
            options.Discovery.DisableConventionalDiscovery();
            options.Policies.UseAncillaryStorageFromAssembly(typeof(ICatalogStore), typeof(CatalogModule).Assembly);
            options.Durability.MessageStorageSchemaName = "wolverine";
            options.Durability.Mode = DurabilityMode.Solo;
        });
        services.AddResourceSetupOnStartup();
        var host = await AlbaHost.For(builder, app =>
        {
            app.UseSouqLanguages();
            app.UseRouting();
            app.MapCatalog();
        });
        return new CatalogNode(host, clock);
    }

    public async ValueTask DisposeAsync() => await host.DisposeAsync();
}
