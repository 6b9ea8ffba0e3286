using Microsoft.Extensions.DependencyInjection;
using Souq.EventStore;

namespace Souq.Digests;

public static class DigestsModule
{
    public static IServiceCollection AddDigests(this IServiceCollection services)
    {
        services.AddModuleStore<IDigestsStore>("digests", typeof(DigestsModule).Assembly, options => { });
        return services;
    }
}
