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
        var now = time.GetUtcNow();
        return Decide(listing, command.Where, command.Buyer, now) is { } sold
            ? ([sold], [listing.Ended(ListingEnd.Sold, now) with { Buyer = command.Buyer }]) : ([], []);
    }

    /// <returns><c>null</c> when it is said already.</returns>
    public static Sold? Decide(Listing listing, SoldWhere where, Guid? buyer, DateTimeOffset now) => listing.Life switch
    {
        ListingLife.Sold => null,
        ListingLife.Published or ListingLife.Expired or ListingLife.Hidden => new Sold(now, where, buyer),
        _ => throw new RefusedException("Listing.NotOnMarket"),
    };
}

public static class WithdrawListingHandler
{
    public static (Events, OutgoingMessages) Handle(WithdrawListing command, [WriteModel] Listing listing, TimeProvider time)
    {
        listing.MustBelongTo(command.ActorId);
        var now = time.GetUtcNow();
        return Decide(listing, now) is { } withdrawn ? ([withdrawn], [listing.Ended(ListingEnd.Withdrawn, now)]) : ([], []);
    }

    /// <returns><c>null</c> when it is over already.</returns>
    public static Withdrawn? Decide(Listing listing, DateTimeOffset now) =>
        listing.Life is ListingLife.Sold or ListingLife.Withdrawn or ListingLife.Removed ? null : new Withdrawn(now);
}
