using Microsoft.Extensions.DependencyInjection;
using Souq.Listings.Contracts;
using Souq.Mail.Templates;
using Souq.Web.Slots;

namespace Souq.Moderation.Reporting;

internal static class ReportingRegistration
{
    public static void AddReporting(this IServiceCollection services)
    {
        services.AddSingleton<ReportVisitors>();
        services.AddSingleton<ReportLimits>();
        services.AddSingleton<ReportDesk>();
        services.AddMailTemplate<ReportKeptTemplate>();
        services.AddMailTemplate<ReportRemovedTemplate>();
        services.AddMailTemplate<ReportGoneTemplate>();
        services.AddSlot<ReportLink>(ListingSlots.Tools, order: 90);
    }
}
