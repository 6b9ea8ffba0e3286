using Microsoft.Extensions.DependencyInjection;
using Souq.Listings.Contracts;

namespace Souq.Listings.Watching;

internal static class WatchingRegistration
{
    public static void AddWatching(this IServiceCollection services)
    {
        services.AddSingleton<Matcher>();
        services.AddSingleton<FindsMemory>();
        services.AddSingleton<ISearches, Searches>();
        services.AddHostedService<MatchingClock>();
    }
}
