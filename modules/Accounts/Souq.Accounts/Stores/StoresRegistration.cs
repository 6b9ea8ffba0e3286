using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Souq.Accounts.Contracts;
using Souq.Accounts.Stores.Badge;
using Souq.Accounts.Stores.Following;
using Souq.Accounts.Stores.Keeping;
using Souq.Accounts.Stores.Showing;
using Souq.Mail.Templates;
using Souq.Web.Slots;

namespace Souq.Accounts.Stores;

internal static class StoresRegistration
{
    public static void AddStores(this IServiceCollection services)
    {
        services.AddSingleton<StoreReader>();
        services.AddSingleton<StoreWords>();
        services.AddSingleton<StoreRefusals>();
        services.AddSingleton<StoreMarkup>();
        services.AddSingleton<BadgeDesk>();
        services.AddSingleton<StorePictures>();
        services.AddSingleton<StopLinks>();
        services.AddSingleton<IFollows, Follows>();
        services.AddScoped<StorePhones>();
        services.AddMailTemplate<BadgeLetterTemplate>();
        services.AddSlot<StoreLinks>(AccountSlots.Me);
    }

    public static void AddStores(this StoreOptions options)
    {
        options.Projections.Snapshot<Store>(SnapshotLifecycle.Inline);
        options.Schema.For<Store>().Index(s => s.Badge);
        options.Schema.For<StoreFollow>().Duplicate(f => f.StoreId).Duplicate(f => f.PersonId).Duplicate(f => f.At);
        ForgetStoreHandler.Mask(options);
    }
}
