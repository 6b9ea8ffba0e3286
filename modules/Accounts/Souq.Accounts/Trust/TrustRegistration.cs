using Marten;
using Microsoft.Extensions.DependencyInjection;
using Souq.Accounts.Trust.Past;
using Souq.Moderation.Contracts;
using Souq.Web.Slots;

namespace Souq.Accounts.Trust;

internal static class TrustRegistration
{
    public static void AddTrust(this IServiceCollection services) =>
        services.AddSlot<SellerTrust>(ModerationSlots.Seller).AddSingleton<PastTrustReader>();

    public static void AddTrust(this StoreOptions options)
    {
        options.Schema.For<Standing>().Duplicate(s => s.DueAt, configure: index => index.Predicate = "due_at is not null");
        options.Schema.For<AdvertRecord>().Index(r => r.PersonId);
        options.Schema.For<AnsweredTalk>().Index(t => t.PersonId);
        options.Schema.For<SubjectRecord>().Index(r => r.PersonId);
        options.Schema.For<UpheldReport>().Index(r => r.PersonId);
    }
}
