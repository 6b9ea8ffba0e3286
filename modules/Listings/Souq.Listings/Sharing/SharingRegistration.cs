using Microsoft.Extensions.DependencyInjection;
using Souq.Listings.Contracts;
using Souq.Web.Slots;

namespace Souq.Listings.Sharing;

internal static class SharingRegistration
{
    public static void AddSharing(this IServiceCollection services)
    {
        services.AddSlot<ShareTool>(ListingSlots.Tools, order: 10);
        services.AddSlot<PrintTool>(ListingSlots.Tools, order: 20);
    }
}
