using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Souq.Listings.Contracts;
using Souq.Moderation.Rules.Shipped;
using Souq.Moderation.Rules.Submitters;
using Souq.Moderation.Rules.Unseen;
using Souq.Web.Slots;

namespace Souq.Moderation.Rules;

internal static class RulesRegistration
{
    public static void AddRules(this IServiceCollection services)
    {
        services.AddSingleton<RuleReader>();
        services.AddSingleton<RuleTrials>();
        services.AddScoped<RuleWords>();
        services.AddSlot<HeldNotice>(ListingSlots.Owner);
        services.AddSingleton<SubmitterWatch>();
        services.AddHostedService<ShippedRulesLoader>();
    }

    public static void AddRules(this StoreOptions options)
    {
        options.Projections.Snapshot<Rule>(SnapshotLifecycle.Inline);
        options.Projections.Add(new RuleRecordProjection(), ProjectionLifecycle.Inline);
        options.Schema.For<PastWords>().Duplicate(w => w.CaseId).Index(w => w.SellerId);
        options.Schema.For<SubmitterNote>().Index(n => n.At);
        options.Schema.For<RuleRecord>().Duplicate(r => r.RuleId).Duplicate(r => r.CaseId).Duplicate(r => r.At);
    }
}
