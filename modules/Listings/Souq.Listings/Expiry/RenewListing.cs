using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Browsing;
using Souq.Listings.Quotas;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Listings.Expiry;

/// <summary>The advert lives for another span. From the desk the actor is the seller; a link from a mail carries its own proof.</summary>
/// <param name="ActorId">The seller; <c>null</c> when a signed link speaks for him.</param>
/// <param name="For">The end this renewal answers: a link used twice renews once. <c>null</c> from the desk.</param>
public sealed record RenewListing(Guid ListingId, Guid? ActorId, DateTimeOffset? For);

public static class RenewListingHandler
{
    /// <summary>An advert can be renewed in the last days of its life and after it.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(7);

    public static async Task<Room> LoadAsync(RenewListing command, ListingReader listings, SellerQuotas quotas, CancellationToken cancellation) =>
        await listings.ById(command.ListingId, cancellation) is { Life: ListingLife.Expired } listing
            ? await quotas.Of(listing.SellerId, cancellation) : Room.Endless;

    public static (Events, OutgoingMessages) Handle(RenewListing command, [WriteModel] Listing listing, ICatalog catalog, TimeProvider time, Room room)
    {
        if (command.ActorId is { } actor) listing.MustBelongTo(actor);
        if (listing.Life == ListingLife.Expired) room.MustHaveOne();
        var now = time.GetUtcNow();
        var lifeDays = catalog.Current.Section(listing.Shown.SectionId)?.LifeDays ?? 60;
        return Decide(command, listing, lifeDays, now) is not { } renewed ? ([], [])
            : listing.Life == ListingLife.Expired ? ([renewed], [ListingFacts.BackOnMarket(listing, now)])
            : ([renewed], []);
    }

    public static Renewed? Decide(RenewListing command, Listing listing, int lifeDays, DateTimeOffset now)
    {
        if (listing.HiddenSince is not null) throw new RefusedException("Listing.HiddenMeanwhile");
        if (listing.Life is not (ListingLife.Published or ListingLife.Expired)) throw new RefusedException("Listing.NotOnMarket");
        if (command.For is { } end && end != listing.ExpiresAt) return null;
        return listing.Life == ListingLife.Expired || listing.ExpiresAt - now <= Window
            ? new Renewed(now, now.AddDays(lifeDays))
            : throw new RefusedException("Listing.TooEarlyToRenew", null, (int)Window.TotalDays);
    }
}
