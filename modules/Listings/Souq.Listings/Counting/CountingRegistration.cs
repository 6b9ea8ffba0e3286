using Marten;
using Microsoft.Extensions.DependencyInjection;
using Souq.EventStore.Visitors;

namespace Souq.Listings.Counting;

internal static class CountingRegistration
{
    public static void AddCounting(this IServiceCollection services)
    {
        services.AddSingleton<ListingVisitors>();
        services.AddSingleton<ViewCounter>();
        services.AddSingleton<ViewWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<ViewWriter>());
        services.AddSingleton<CountReader>();
        services.AddSingleton<Enquiries>();
    }

    public static void AddCountTables(this StoreOptions options)
    {
        options.Storage.ExtendedSchemaObjects.Add(new DailySecretsTable("listings"));
        options.Storage.ExtendedSchemaObjects.Add(new DailyCountsTable());
        options.Storage.ExtendedSchemaObjects.Add(new SeenTable());
        options.Storage.ExtendedSchemaObjects.Add(new CountedTable());
        options.Storage.ExtendedSchemaObjects.Add(new EnquiriesTable());
    }
}
