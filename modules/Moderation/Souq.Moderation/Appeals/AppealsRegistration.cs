using Marten;
using Microsoft.Extensions.DependencyInjection;
using Souq.Mail.Templates;

namespace Souq.Moderation.Appeals;

internal static class AppealsRegistration
{
    public static void AddAppeals(this IServiceCollection services)
    {
        services.AddSingleton<AppealDesk>();
        services.AddMailTemplate<AppealTemplate>();
    }

    public static void AddAppeals(this StoreOptions options)
    {
        options.Schema.For<Appeal>().Index(a => a.SellerId);
        options.Events.AddMaskingRuleForProtectedInformation<DecisionUpheld>(upheld => upheld with { Words = "" });
        options.Events.AddMaskingRuleForProtectedInformation<DecisionOverturned>(overturned => overturned with { Words = "" });
    }
}
