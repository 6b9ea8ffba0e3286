using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Souq.Listings.Contracts;
using Souq.Mail.Templates;
using Souq.Moderation.Reporting.Brigades;
using Souq.Moderation.Reporting.Hiding;
using Souq.Moderation.Reporting.Pictures;
using Souq.Moderation.Reporting.Weighing;
using Souq.Web.Slots;

namespace Souq.Moderation.Reporting;

internal static class ReportingRegistration
{
    public static void AddReporting(this IServiceCollection services)
    {
        services.AddSingleton<ReportVisitors>();
        services.AddSingleton<ReportLimits>();
        services.AddSingleton<ReportPhotos>();
        services.AddSingleton<ReportDesk>();
        services.AddMailTemplate<ReportKeptTemplate>();
        services.AddMailTemplate<ReportRemovedTemplate>();
        services.AddMailTemplate<ReportActedTemplate>();
        services.AddMailTemplate<ReportGoneTemplate>();
        services.AddSlot<ReportLink>(ListingSlots.Tools, order: 90);
        services.AddMailTemplate<HiddenTemplate>();
        services.AddSlot<HiddenNotice>(ListingSlots.Owner);
    }

    public static void AddReporting(this StoreOptions options)
    {
        options.Projections.Add(new ReportVerdictProjection(), ProjectionLifecycle.Inline);
        options.Projections.Snapshot<HidingPolicy>(SnapshotLifecycle.Inline);
        options.Schema.For<ReportPhoto>().Duplicate(p => p.SellerId).Duplicate(p => p.By!).Duplicate(p => p.Since!);
        options.Schema.For<ReportVerdict>().Duplicate(v => v.By).Duplicate(v => v.CaseId).Duplicate(v => v.At);
        options.Schema.For<ReportTrace>().Duplicate(t => t.CaseId).Duplicate(t => t.SellerId).Duplicate(t => t.At);
    }
}
