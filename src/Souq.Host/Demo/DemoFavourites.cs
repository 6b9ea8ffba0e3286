using Souq.Accounts.Demo;
using Souq.Listings;
using Souq.Listings.Browsing;
using Souq.Listings.Closing;
using Souq.Listings.Favourites;
using Souq.Web.Commands;

namespace Souq.Host.Demo;

/// <summary>What the demo people keep. Made before prices drop, so that some have come down since; one is sold meanwhile.</summary>
internal static class DemoFavourites
{
    private const int Kept = 14;

    public static async Task Make(
        IReadOnlyList<Guid> sellers, ListingReader listings, FavouriteList favourites, CommandSender commands, CancellationToken cancellation)
    {
        var market = new List<Listing>();
        foreach (var seller in sellers.Distinct()) market.AddRange((await listings.OfSeller(seller, null, 12, cancellation)).Where(l => l.IsOnMarket));
        if (market.Count == 0) return;
        foreach (var (index, email) in new[] { DemoPeople.Buyer, DemoPeople.Merchant, DemoPeople.Seller }.Index())
        {
            var liked = market.OrderBy(l => (l.Number % 6 == 0 ? 0 : 10) + ((l.Number + index) % 7)).Take(Kept).Select(l => l.Number).ToList();
            await favourites.Merge(DemoPeople.IdOf(email), liked, cancellation);
            if (index > 0) continue;
            var gone = market.First(l => l.Number == liked[^1]);
            await commands.Send(new MarkSold(gone.Id, gone.SellerId), cancellation);
        }
    }
}
