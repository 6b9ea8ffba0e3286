using Microsoft.Extensions.DependencyInjection;
using Souq.Catalog.Contracts;
using Souq.EventStore;

namespace Souq.Catalog;

public static class CatalogModule
{
    public static IServiceCollection AddCatalog(this IServiceCollection services)
    {
        services.AddModuleStore<ICatalogStore>("catalog", typeof(CatalogModule).Assembly, options => { });
        services.AddSingleton<CatalogCache>();
        services.AddSingleton<ICatalog>(provider => provider.GetRequiredService<CatalogCache>());
        return services;
    }
}
