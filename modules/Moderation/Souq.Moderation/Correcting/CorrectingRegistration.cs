using Marten;
using Microsoft.Extensions.DependencyInjection;
using Souq.Listings.Contracts;
using Souq.Mail.Templates;
using Souq.Web.Slots;

namespace Souq.Moderation.Correcting;

internal static class CorrectingRegistration
{
    public static void AddCorrecting(this IServiceCollection services)
    {
        services.AddMailTemplate<ReturnedTemplate>();
        services.AddMailTemplate<ChangedTemplate>();
        services.AddSlot<ReturnedNotice>(ListingSlots.Owner);
        services.AddSlot<ChangedNotice>(ListingSlots.Owner);
    }

    public static void AddCorrecting(this StoreOptions options)
    {
        options.Schema.For<ChangeCopy>().Index(c => c.SellerId);
        options.Events.AddMaskingRuleForProtectedInformation<CaseReturned>(returned => returned with { Words = "", Quote = "", Photos = null });
        options.Events.AddMaskingRuleForProtectedInformation<CaseChanged>(changed => changed with { Words = "" });
    }
}
