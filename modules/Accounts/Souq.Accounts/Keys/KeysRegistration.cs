using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Souq.Accounts.Keys;

internal static class KeysRegistration
{
    public static IServiceCollection AddSharedKeys(this IServiceCollection services)
    {
        services.AddSingleton<PostgresKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(all =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = all.GetRequiredService<PostgresKeys>()));
        services.AddDataProtection().SetApplicationName("SouqModular");
        // That the keys stand in the database unencrypted is known: who reads the database needs no cookie.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));
        return services;
    }
}
