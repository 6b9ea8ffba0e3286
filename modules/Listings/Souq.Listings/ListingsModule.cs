using Microsoft.Extensions.DependencyInjection;
using Souq.EventStore;

namespace Souq.Listings;

public static class ListingsModule
{
    public static IServiceCollection AddListings(this IServiceCollection services)
    {
        services.AddModuleStore<IListingsStore>("listings", typeof(ListingsModule).Assembly, options => { });
        return services;
    }
}
