using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Souq.Web.Commands;
using Souq.Web.Layout;
using Souq.Web.Localisation;

namespace Souq.Web;

public static class WebRegistration
{
    /// <summary>Everything the UI kit needs: languages, addresses, formats, the command sender.</summary>
    public static IServiceCollection AddSouqWeb(this IServiceCollection services)
    {
        services.AddSouqLocalization();
        services.AddHttpContextAccessor();
        services.AddCascadingAuthenticationState();
        services.AddSingleton<CommandSender>();
        services.AddSingleton<MoneyWords>();
        services.AddTransient<IStartupFilter, FontCaching>();
        return services;
    }
}
