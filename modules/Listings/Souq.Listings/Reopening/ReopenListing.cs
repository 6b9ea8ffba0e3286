using Souq.Kernel;
using Souq.Listings.Quotas;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Listings.Reopening;

/// <summary>The seller takes back that his advert is sold or withdrawn.</summary>
public sealed record ReopenListing(Guid ListingId, Guid ActorId);

public static class ReopenListingHandler
{
    /// <summary>Later he copies it into a new one: what was gone for long is no longer what buyers and moderators knew.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(7);

    public static Task<Room> LoadAsync(ReopenListing command, SellerQuotas quotas, CancellationToken cancellation) =>
        quotas.Of(command.ActorId, cancellation);

    public static (Events, OutgoingMessages) Handle(ReopenListing command, [WriteModel] Listing listing, TimeProvider time, Room room)
    {
        listing.MustBelongTo(command.ActorId);
        var now = time.GetUtcNow();
        var decided = Decide(listing, now);
        if (decided?.Life == ListingLife.Published) room.MustHaveOne();
        return decided is not { } reopened ? ([], [])
            : ([reopened], reopened.Life == ListingLife.Published ? [ListingFacts.BackOnMarket(listing, now)] : []);
    }

    /// <returns><c>null</c> when there is nothing to take back.</returns>
    public static Reopened? Decide(Listing listing, DateTimeOffset now)
    {
        if (listing.IsOnMarket || listing.Life is ListingLife.NotYet or ListingLife.Expired or ListingLife.Hidden) return null;
        if (!CanReopen(listing, now)) throw new RefusedException("Listing.TooLateToReopen", null, (int)Window.TotalDays);
        var life = listing.PublishedAt is null ? ListingLife.NotYet
            // Taking it back and offering it again is no way around the moderators.
            : listing.HiddenSince is not null ? ListingLife.Hidden
            : listing.ExpiresAt > now ? ListingLife.Published : ListingLife.Expired;
        return new Reopened(life, listing.ExpiresAt, now);
    }

    public static bool CanReopen(Listing listing, DateTimeOffset now) =>
        listing.Life is ListingLife.Sold or ListingLife.Withdrawn && listing.EndedAt + Window > now;
}
