using Souq.Kernel;
using Souq.Listings.Contracts;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Listings.Closing;

/// <summary>The seller says that the thing is sold.</summary>
/// <param name="Buyer">One of those who wrote to him about it, if he says who.</param>
public sealed record MarkSold(Guid ListingId, Guid ActorId, SoldWhere Where = SoldWhere.Unsaid, Guid? Buyer = null);

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
        return ([new Sold(now, command.Where, command.Buyer)], [listing.Ended(ListingEnd.Sold, now) with { Buyer = command.Buyer }]);
    }
}

public static class WithdrawListingHandler
{
    public static (Events, OutgoingMessages) Handle(WithdrawListing command, [WriteModel] Listing listing, TimeProvider time)
    {
        listing.MustBelongTo(command.ActorId);
        if (listing.Life is ListingLife.Sold or ListingLife.Withdrawn or ListingLife.Removed) return ([], []);
        var now = time.GetUtcNow();
        return ([new Withdrawn(now)], [listing.Ended(ListingEnd.Withdrawn, now)]);
    }
}
