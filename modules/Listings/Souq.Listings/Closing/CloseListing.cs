using Souq.Kernel;
using Souq.Listings.Contracts;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Listings.Closing;

/// <summary>The seller says that the thing is sold.</summary>
public sealed record MarkSold(Guid ListingId, Guid ActorId);

/// <summary>The seller takes his advert back.</summary>
public sealed record WithdrawListing(Guid ListingId, Guid ActorId);

public static class MarkSoldHandler
{
    public static (Events, OutgoingMessages) Handle(MarkSold command, [WriteModel] Listing listing, TimeProvider time)
    {
        listing.MustBelongTo(command.ActorId);
        if (listing.Life == ListingLife.Sold) return ([], []);
        if (listing.Life is not (ListingLife.Published or ListingLife.Expired)) throw new RefusedException("Listing.NotOnMarket");
        var now = time.GetUtcNow();
        return ([new Sold(now)], [listing.Ended(ListingEnd.Sold, now)]);
    }
}

public static class WithdrawListingHandler
{
    public static (Events, OutgoingMessages) Handle(WithdrawListing command, [WriteModel] Listing listing, TimeProvider time)
    {
        listing.MustBelongTo(command.ActorId);
        if (listing.Life is ListingLife.Sold or ListingLife.Withdrawn) return ([], []);
        var now = time.GetUtcNow();
        return ([new Withdrawn(now)], [listing.Ended(ListingEnd.Withdrawn, now)]);
    }
}
