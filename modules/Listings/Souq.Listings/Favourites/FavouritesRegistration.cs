using Microsoft.Extensions.DependencyInjection;
using Souq.Accounts.Contracts;
using Souq.Web.Layout;
using Souq.Web.Slots;

namespace Souq.Listings.Favourites;

internal static class FavouritesRegistration
{
    public static void AddFavourites(this IServiceCollection services)
    {
        services.AddSingleton<FavouriteList>();
        services.AddSingleton<FavouriteReader>();
        services.AddSingleton<FavouriteCards>();
        services.AddSingleton<VisitorFavourites>();
        services.AddScoped<Hearts>();
        services.AddHeartFlood();
        services.AddSlot<HeaderLink>(LayoutSlots.Account, order: 5);
        services.AddSlot<FooterLink>(LayoutSlots.Footer, order: 50);
        services.AddSlot<MeLink>(AccountSlots.Me, order: 50);
    }
}
