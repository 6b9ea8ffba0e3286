using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Souq.Accounts.Views;

internal static class ViewsRegistration
{
    public static void AddViews(this IServiceCollection services)
    {
        services.AddOptions<ViewsOptions>().BindConfiguration("Views");
        services.AddSingleton<ViewLog>();
    }

    public static void AddViews(this StoreOptions options) => options.Storage.ExtendedSchemaObjects.Add(new ViewsTable());
}
