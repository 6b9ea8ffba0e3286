using Marten;
using Microsoft.Extensions.DependencyInjection;
using Souq.Moderation.Contracts;
using Wolverine;

namespace Souq.Moderation.Staff;

internal static class StaffRegistration
{
    public static void AddStaff(this IServiceCollection services)
    {
        services.AddSingleton<Scopes>();
        services.AddSingleton<ICaseAccess, CaseAccess>();
        services.ConfigureWolverine(options =>
        {
            options.Policies.ForMessagesOfType<ICaseAct>().AddMiddleware(typeof(MayAct));
            options.Policies.ForMessagesOfType<ISeniorAct>().AddMiddleware(typeof(MustBeSenior));
        });
    }

    // Two changes at once: the one that reads what the other wrote decides which is newer.
    public static void AddStaff(this StoreOptions options) => options.Schema.For<Colleague>().UseOptimisticConcurrency(true);
}
