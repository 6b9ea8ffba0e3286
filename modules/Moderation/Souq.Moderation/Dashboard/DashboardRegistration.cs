using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Souq.Moderation.Dashboard;

internal static class DashboardRegistration
{
    public static void AddDashboard(this IServiceCollection services)
    {
        services.AddSingleton<DashboardReader>();
        services.AddScoped<DurationWords>();
    }

    public static void AddDashboard(this StoreOptions options)
    {
        options.Storage.ExtendedSchemaObjects.Add(new RulingsTable());
        options.Storage.ExtendedSchemaObjects.Add(new OpeningsTable());
        options.Projections.Add(new RulingsProjection(), ProjectionLifecycle.Inline);
    }
}
