using JasperFx.Events.Projections;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Souq.Accounts.Contracts;
using Souq.Catalog.Choices;
using Souq.Catalog.Communes;
using Souq.Catalog.Contracts;
using Souq.Catalog.Desk;
using Souq.Catalog.History;
using Souq.Catalog.Loading;
using Souq.Catalog.Sections;
using Souq.EventStore;
using Souq.Web.Slots;

namespace Souq.Catalog;

public static class CatalogModule
{
    /// <summary>Sections, choice lists and territory; <see cref="ICatalog.Current"/> is the store's once the host has started.</summary>
    public static IServiceCollection AddCatalog(this IServiceCollection services)
    {
        services.AddModuleStore<ICatalogStore>("catalog", typeof(CatalogModule).Assembly, options =>
        {
            options.Projections.Snapshot<CatalogSection>(SnapshotLifecycle.Inline);
            options.Projections.Snapshot<CatalogChoiceList>(SnapshotLifecycle.Inline);
        });
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<CatalogCache>();
        services.AddSingleton<ICatalog>(provider => provider.GetRequiredService<CatalogCache>());
        services.AddSingleton<CatalogKeeper>();
        services.AddHostedService<CatalogLoader>();
        services.AddScoped<CatalogDesk>();
        services.AddScoped<SectionWords>();
        services.AddScoped<ListWords>();
        services.AddSlot<DeskLink>(AccountSlots.Me);
        return services;
    }

    public static IEndpointRouteBuilder MapCatalog(this IEndpointRouteBuilder routes)
    {
        routes.MapCommunes();
        return routes;
    }
}
