using Microsoft.Extensions.DependencyInjection;
using Souq.EventStore;

namespace Souq.Moderation;

public static class ModerationModule
{
    public static IServiceCollection AddModeration(this IServiceCollection services)
    {
        services.AddModuleStore<IModerationStore>("moderation", typeof(ModerationModule).Assembly, options => { });
        return services;
    }
}
