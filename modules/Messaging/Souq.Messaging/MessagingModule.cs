using Microsoft.Extensions.DependencyInjection;
using Souq.EventStore;

namespace Souq.Messaging;

public static class MessagingModule
{
    public static IServiceCollection AddMessaging(this IServiceCollection services)
    {
        services.AddModuleStore<IMessagingStore>("messaging", typeof(MessagingModule).Assembly, options => { });
        return services;
    }
}
