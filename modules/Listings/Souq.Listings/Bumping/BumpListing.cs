using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Listings.Bumping;

/// <summary>The seller puts his advert among the newest again; free, once in a while.</summary>
public sealed record BumpListing(Guid ListingId, Guid ActorId);

public static class BumpListingHandler
{
    /// <summary>From one time to the next, or from the first day.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromDays(7);

    public static (Events, OutgoingMessages) Handle(BumpListing command, [WriteModel] Listing listing, TimeProvider time)
    {
        listing.MustBelongTo(command.ActorId);
        return ([Decide(listing, time.GetUtcNow())], []);
    }

    public static Bumped Decide(Listing listing, DateTimeOffset now)
    {
        if (NextAt(listing) is not { } next) throw new RefusedException("Listing.NotOnMarket");
        return next <= now ? new Bumped(now) : throw new RefusedException("Listing.TooEarlyToBump", null, Days(next - now));
    }

    /// <summary>When it may be put among the newest again; <c>null</c> for what is not on the market.</summary>
    public static DateTimeOffset? NextAt(Listing listing) => listing.IsOnMarket ? listing.ListedAt + Every : null;

    private static int Days(TimeSpan left) => Math.Max(1, (int)Math.Ceiling(left.TotalDays));
}
