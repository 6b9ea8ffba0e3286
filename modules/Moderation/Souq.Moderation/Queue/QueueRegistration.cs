using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Souq.EventStore;

namespace Souq.Moderation.Queue;

internal static class QueueRegistration
{
    public static void AddQueue(this IServiceCollection services)
    {
        services.AddSingleton<QueueReader>();
        services.AddSingleton<QueueCensusReader>();
    }

    public static void AddQueue(this StoreOptions options)
    {
        options.Projections.Add(new QueueProjection(), ProjectionLifecycle.Inline);
        // Columns of their own: who takes a case in hand changes nothing that an index knows. One index for each list one can ask for.
        options.Schema.For<QueueItem>().FillFactor(ModuleStore.Room)
            .Duplicate(i => i.Since).Duplicate(i => i.Number)
            .Duplicate(i => i.SubjectKind).Duplicate(i => i.SectionId).Duplicate(i => i.Language!).Duplicate(i => i.Grade)
            .Duplicate(i => i.SellerId).Duplicate(i => i.Sign)
            .Index(i => new { i.Since, i.Number })
            .Index(i => new { i.SubjectKind, i.Since, i.Number })
            .Index(i => new { i.SectionId, i.Since, i.Number })
            .Index(i => new { i.Language, i.Since, i.Number })
            .Index(i => new { i.Grade, i.Since, i.Number })
            .Index(i => new { i.Sign, i.SectionId, i.Since, i.Number });
    }
}
