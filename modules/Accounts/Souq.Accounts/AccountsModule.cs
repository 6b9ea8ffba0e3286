using Microsoft.Extensions.DependencyInjection;
using Souq.EventStore;

namespace Souq.Accounts;

public static class AccountsModule
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddModuleStore<IAccountsStore>("accounts", typeof(AccountsModule).Assembly, options => { });
        return services;
    }
}
