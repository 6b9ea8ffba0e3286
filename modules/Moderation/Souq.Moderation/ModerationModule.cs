using JasperFx.Events.Projections;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Souq.EventStore;
using Souq.EventStore.Visitors;
using Souq.Listings.Contracts;
using Souq.Mail.Templates;
using Souq.Moderation.Appeals;
using Souq.Moderation.Blind;
using Souq.Moderation.Bulk;
using Souq.Moderation.Console;
using Souq.Moderation.Correcting;
using Souq.Moderation.Dashboard;
using Souq.Moderation.Deciding;
using Souq.Moderation.Letters;
using Souq.Moderation.Letters.Gathering;
using Souq.Moderation.Live;
using Souq.Moderation.Modes;
using Souq.Moderation.Opening;
using Souq.Moderation.Owner;
using Souq.Moderation.Queue;
using Souq.Moderation.Reporting;
using Souq.Moderation.Reporting.Pictures;
using Souq.Moderation.Rules;
using Souq.Moderation.Sanctions;
using Souq.Moderation.Staff;
using Souq.Moderation.Subjects;
using Souq.Moderation.Texts;
using Souq.Moderation.TimeMachine;
using Souq.Moderation.Transparency;
using Souq.Moderation.Undoing;
using Souq.Web.Layout;
using Souq.Web.Slots;

namespace Souq.Moderation;

public static class ModerationModule
{
    /// <summary>Cases, the queue, the console, and the letters to sellers.</summary>
    public static IServiceCollection AddModeration(this IServiceCollection services)
    {
        services.AddModuleStore<IModerationStore>("moderation", typeof(ModerationModule).Assembly, options =>
        {
            options.Projections.Snapshot<Case>(SnapshotLifecycle.Inline);
            options.Projections.Add(new DecisionProjection(), ProjectionLifecycle.Inline);
            options.Schema.For<Case>().Index(c => c.SellerId);
            options.AddQueue();
            options.AddBulk();
            options.Schema.For<Decision>().Duplicate(d => d.At).Index(d => new { d.SellerId, d.At }).Index(d => d.CaseId);
            options.Schema.For<CaseSubject>().Index(s => s.SellerId);
            // Columns of their own: with an index on the document itself every new price would be a new row in each index.
            options.Schema.For<PublicAdvert>().FillFactor(ModuleStore.Room).Duplicate(a => a.Number).Duplicate(a => a.SellerId);
            options.Schema.For<Report>().Index(r => r.By!).Index(r => r.SellerId);
            options.AddAppeals();
            options.AddReporting();
            options.AddCorrecting();
            options.AddSanctions();
            options.AddRules();
            options.AddStaff();
            options.AddBlind();
            options.AddDashboard();
            options.AddUndoing();
            options.AddGathering();
            options.AddTexts();
            options.Projections.Snapshot<ReviewModes>(SnapshotLifecycle.Inline);
            options.Storage.ExtendedSchemaObjects.Add(new DailySecretsTable("moderation"));
            options.Storage.ExtendedSchemaObjects.Add(new ReportCountsTable());
            options.Events.AddMaskingRuleForProtectedInformation<CaseRemoved>(removed => removed with { Words = "", Quote = "", Photos = null });
            options.Events.AddMaskingRuleForProtectedInformation<CaseRefused>(refused => refused with { Words = "", Quote = "", Photos = null });
        });
        services.AddQueue();
        services.AddBulk();
        services.AddSingleton<LivePulse>();
        services.AddSingleton<CaseReader>();
        services.AddSingleton<DoneReader>();
        services.AddSingleton<CaseDesk>();
        services.AddScoped<CaseWords>();
        services.AddMailSamples<ModerationSamples>();
        services.AddMailTemplate<ApprovedTemplate>();
        services.AddMailTemplate<RefusedTemplate>();
        services.AddMailTemplate<RemovedTemplate>();
        services.AddGathering();
        services.AddTexts();
        services.AddSlot<RefusedNotice>(ListingSlots.Owner);
        services.AddSlot<RemovedNotice>(ListingSlots.Owner);
        services.AddReporting();
        services.AddSubjects();
        services.AddAppeals();
        services.AddCorrecting();
        services.AddSanctions();
        services.AddRules();
        services.AddStaff();
        services.AddBlind();
        services.AddDashboard();
        services.AddSingleton<PastReader>();
        services.AddSingleton<TransparencyReader>();
        services.AddSlot<TransparencyLink>(LayoutSlots.Footer, order: 60);
        services.AddSlot<WaitingLink>(LayoutSlots.Account, order: 10);
        return services;
    }

    public static void MapModeration(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapLive();
        endpoints.MapReportPhotos();
    }
}
