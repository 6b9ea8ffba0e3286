using Marten;
using Souq.Catalog.Contracts;
using Souq.EventStore;
using Souq.Kernel;
using Souq.Listings.Numbers;
using Souq.Listings.Quotas;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Runtime.Handlers;

namespace Souq.Listings.Importing;

/// <summary>A program gives a whole new advert.</summary>
/// <param name="Row">As a line of a file would say it.</param>
/// <param name="Draft">Not sent off yet: photos are to follow.</param>
public sealed record HandInListing(Guid ListingId, Guid ActorId, ImportRow Row, bool Draft);

public static class HandInListingHandler
{
    /// <summary>Two at once with the same ref: the second finds the advert of the first.</summary>
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task<(Listing?, long, Room)> LoadAsync(
        HandInListing command, IQuerySession session, ListingNumbers numbers, SellerQuotas quotas, CancellationToken cancellation) =>
        (await session.LoadAsync<Listing>(command.ListingId, cancellation), await numbers.Next(cancellation),
            command.Draft ? Room.Endless : await quotas.Of(command.ActorId, cancellation));

    public static (IStartStream, OutgoingMessages) Handle(
        HandInListing command, Listing? known, long number, Room room, ICatalog catalog, TimeProvider time)
    {
        if (known is not null) throw new RefusedException("Api.RefTaken", "ref", known.Number);
        room.MustHaveOneToday(kept: false);
        var (events, listing) = Decide(command, number, catalog.Current, time.GetUtcNow());
        var messages = ListingFacts.Of(listing with { Id = command.ListingId }, events[^1]);
        return (MartenOps.StartStream<Listing>(command.ListingId, events), messages);
    }

    public static (object[] Events, Listing Listing) Decide(HandInListing command, long number, CatalogSnapshot catalog, DateTimeOffset now)
    {
        var (events, listing, refusals) = ImportDecision.Decide(command.Row, command.ActorId, number, publish: false, catalog, now);
        if (listing is null) throw new RefusedException(refusals);
        return command.Draft ? ([events[0]], Listing.Create((HandedIn)events[0])) : ([.. events], listing);
    }
}
