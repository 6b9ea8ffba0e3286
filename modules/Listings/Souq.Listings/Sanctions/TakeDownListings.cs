using Marten;
using Souq.Listings.Contracts;
using Wolverine;

namespace Souq.Listings.Sanctions;

/// <summary>A batch of what somebody offers who is shut out leaves the market; the next batch is a message of its own.</summary>
public sealed record TakeDownListings(Guid SellerId, Guid SanctionId);

/// <summary>A batch of what was taken down with its seller comes back with him, and gets the days it lost.</summary>
public sealed record BringBackListings(Guid SellerId);

public static class TakeDownListingsHandler
{
    /// <summary>Adverts per transaction.</summary>
    public const int Batch = 500;

    public static async Task<OutgoingMessages> Handle(TakeDownListings command, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        if (await session.LoadAsync<SellerStop>(command.SanctionId, cancellation) is not { Ended: false }) return [];
        var now = time.GetUtcNow();
        var batch = await session.Query<Listing>().Where(l => l.SellerId == command.SellerId && l.Life == ListingLife.Published)
            .OrderBy(l => l.Id).Take(Batch).ToListAsync(cancellation);
        if (batch.Count == 0) return [];
        // The version makes an act that comes in between win: this batch then fails, is retried and finds it done.
        foreach (var listing in batch) session.Events.Append(listing.Id, listing.Version + 1, new TakenDown(command.SanctionId, now));
        OutgoingMessages messages = [new ListingsEnded([.. batch.Select(l => l.Ended(ListingEnd.Removed, now))])];
        if (batch.Count == Batch) messages.Add(command);
        return messages;
    }

    public static async Task<OutgoingMessages> Handle(BringBackListings command, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (await session.IsOffMarket(command.SellerId, now, cancellation)) return [];
        var batch = await session.Query<Listing>().Where(l => l.SellerId == command.SellerId && l.Life == ListingLife.Removed && l.IsTakenDown)
            .OrderBy(l => l.Id).Take(Batch).ToListAsync(cancellation);
        if (batch.Count == 0) return [];
        foreach (var listing in batch)
            session.Events.Append(listing.Id, listing.Version + 1, new Reopened(listing.RemovedFrom ?? ListingLife.Published, listing.ExpiresAt + (now - listing.EndedAt), now));
        OutgoingMessages messages = [new ListingsPublished([.. batch.Where(l => l.RemovedFrom is null or ListingLife.Published).Select(l => ListingFacts.BackOnMarket(l, now))])];
        if (batch.Count == Batch) messages.Add(command);
        return messages;
    }

    internal static async Task<bool> IsOffMarket(this IQuerySession session, Guid seller, DateTimeOffset now, CancellationToken cancellation) =>
        await session.Query<SellerStop>().AnyAsync(s => s.SellerId == seller && s.OffMarket && !s.Ended && (s.Until == null || s.Until > now), cancellation);
}

/// <summary>Something of his appears all the same, as by a decision that was under way: it goes with the rest.</summary>
public static class ListingPublishedHandler
{
    public static Task<OutgoingMessages> Handle(ListingPublished fact, IDocumentSession session, TimeProvider time, CancellationToken cancellation) =>
        TakeDown([fact.SellerId], session, time, cancellation);

    public static Task<OutgoingMessages> Handle(ListingsPublished facts, IDocumentSession session, TimeProvider time, CancellationToken cancellation) =>
        TakeDown([.. facts.Listings.Select(l => l.SellerId).Distinct()], session, time, cancellation);

    private static async Task<OutgoingMessages> TakeDown(Guid[] sellers, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var stops = await session.Query<SellerStop>()
            .Where(s => sellers.Contains(s.SellerId) && s.OffMarket && !s.Ended && (s.Until == null || s.Until > now)).ToListAsync(cancellation);
        return [.. stops.Select(s => new TakeDownListings(s.SellerId, s.Id))];
    }
}
