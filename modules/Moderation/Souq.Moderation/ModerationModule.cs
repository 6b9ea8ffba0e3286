using JasperFx.Events.Projections;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Souq.EventStore;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;
using Souq.Moderation.Queue;

namespace Souq.Moderation;

public static class ModerationModule
{
    public static IServiceCollection AddModeration(this IServiceCollection services)
    {
        services.AddModuleStore<IModerationStore>("moderation", typeof(ModerationModule).Assembly, options =>
        {
            options.Projections.Snapshot<Case>(SnapshotLifecycle.Inline);
            options.Projections.Add(new QueueProjection(), ProjectionLifecycle.Inline);
            options.Projections.Add(new DecisionProjection(), ProjectionLifecycle.Inline);
            options.Schema.For<QueueItem>().Duplicate(i => i.Since);
            options.Schema.For<Decision>().Index(d => d.SellerId).Index(d => d.CaseId).Duplicate(d => d.At);
            options.Schema.For<CaseSubject>().Index(s => s.SellerId);
        });
        return services;
    }

    public static IEndpointRouteBuilder MapModeration(this IEndpointRouteBuilder routes) => routes;
}
