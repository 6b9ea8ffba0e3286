using JasperFx.Events.Projections;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Souq.Digests.Managing;
using Souq.Digests.Operating;
using Souq.Digests.Reporting;
using Souq.Digests.Sending;
using Souq.Digests.Subscribing;
using Souq.EventStore;
using Souq.Listings.Contracts;
using Souq.Mail.Operating;
using Souq.Mail.Templates;
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
            options.Schema.For<Subscriber>().UniqueIndex(s => s.Address).Index(s => s.PersonId!).Duplicate(s => s.IdleSince!);
            options.Schema.For<SavedSearch>().Index(s => s.SubscriberId);
            options.Storage.ExtendedSchemaObjects.Add(new DueTable());
            options.Storage.ExtendedSchemaObjects.Add(new IssueTable());
            options.Storage.ExtendedSchemaObjects.Add(new ToldTable());
            options.Storage.ExtendedSchemaObjects.Add(new CursorTable());
            options.Storage.ExtendedSchemaObjects.Add(new RequestTable());
        });
        services.AddOptions<DigestOptions>().BindConfiguration("Digests")
            .Validate(o => o is { Hour: >= 0 and <= 23, SliceSize: > 0 }, "Digests: Hour is 0–23, SliceSize positive.")
            .ValidateOnStart();
        services.AddDataProtection();
        services.AddSingleton<DigestLinks>();
        services.AddSingleton<RequestLimits>();
        services.AddSingleton<SubscriptionPost>();
        services.AddSingleton<DigestBook>();
        services.AddSingleton<DigestLedger>();
        services.AddSingleton<DigestClock>();
        services.AddSingleton<DigestWords>();
        services.AddSingleton<DigestWriter>();
        services.AddSingleton<DigestDesk>();
        services.AddSingleton<RhythmWords>();
        services.AddSingleton<AlertReader>();
        services.AddSingleton<DigestNumbers>();
        services.AddScoped<ILettersAgain, DigestAgain>();
        services.AddMailSamples<DigestSamples>();
        services.AddSlot<DigestRuns>(MailSlots.Runs);
        services.AddSlot<ReportBox>(ListingSlots.Desk);
        services.AddSlot<AlertBox>(ListingSlots.Search, order: 200);
        return services;
    }

    public static IEndpointRouteBuilder MapDigests(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapManaging();
        return endpoints;
    }
}
