using Microsoft.Extensions.DependencyInjection;
using Souq.EventStore;

namespace Souq.Catalog;

public static class CatalogModule
{
    public static IServiceCollection AddCatalog(this IServiceCollection services)
    {
        services.AddModuleStore<ICatalogStore>("catalog", typeof(CatalogModule).Assembly, options => { });
        return services;
    }
}
