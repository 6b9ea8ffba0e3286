using JasperFx.Events.Projections;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Souq.Digests.Adverts;
using Souq.Digests.Managing;
using Souq.Digests.Sending;
using Souq.Digests.Subscribing;
using Souq.EventStore;
using Souq.Listings.Contracts;
using Souq.Web.Slots;

namespace Souq.Digests;

public static class DigestsModule
{
    public static IServiceCollection AddDigests(this IServiceCollection services)
    {
        services.AddModuleStore<IDigestsStore>("digests", typeof(DigestsModule).Assembly, options =>
        {
            options.Projections.Snapshot<DigestSubscription>(SnapshotLifecycle.Inline);
            options.Schema.For<DigestSubscription>().Index(s => s.SubscriberId);
            options.Schema.For<Subscriber>().UniqueIndex(s => s.Address);
            options.Schema.For<DigestListing>().FillFactor(ModuleStore.Room).UseOptimisticConcurrency(true).Duplicate(l => l.ArrivedAt);
            options.Storage.ExtendedSchemaObjects.Add(new IssueTable());
            options.Storage.ExtendedSchemaObjects.Add(new RequestTable());
        });
        services.AddOptions<DigestOptions>().BindConfiguration("Digests")
            .Validate(o => o.Hour is >= 0 and <= 23 && o is { AdvertsPerLetter: > 0, SliceSize: > 0 }, "Digests: Hour is 0–23, the rest positive.")
            .ValidateOnStart();
        services.AddDataProtection();
        services.AddSingleton<DigestLinks>();
        services.AddSingleton<RequestLimits>();
        services.AddSingleton<SubscriptionPost>();
        services.AddSingleton<DigestIssues>();
        services.AddSingleton<DigestWriter>();
        services.AddSlot<AlertBox>(ListingSlots.Search, order: 200);
        return services;
    }

    public static IEndpointRouteBuilder MapDigests(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapManaging();
        return endpoints;
    }
}
