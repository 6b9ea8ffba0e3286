using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Souq.Moderation.Rules;

internal static class RulesRegistration
{
    public static void AddRules(this IServiceCollection services)
    {
        services.AddSingleton<RuleReader>();
        services.AddSingleton<RuleTrials>();
        services.AddScoped<RuleWords>();
    }

    public static void AddRules(this StoreOptions options)
    {
        options.Projections.Snapshot<Rule>(SnapshotLifecycle.Inline);
        options.Projections.Add(new RuleRecordProjection(), ProjectionLifecycle.Inline);
        options.Schema.For<RuleRecord>().Duplicate(r => r.RuleId).Duplicate(r => r.CaseId).Duplicate(r => r.At);
    }
}
