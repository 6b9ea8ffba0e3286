using Marten;
using Souq.Listings.Contracts;
using Wolverine;

namespace Souq.Listings.Expiry;

/// <summary>Sent by the clock: adverts whose time is over leave the market, however many days were missed.</summary>
public sealed record ExpireDueListings;

public static class ExpireDueListingsHandler
{
    /// <summary>Adverts per transaction; the next batch is a message of its own.</summary>
    public const int Batch = 500;

    public static async Task<OutgoingMessages> Handle(
        ExpireDueListings _, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var due = await session.Query<Listing>()
            .Where(l => l.Life == ListingLife.Published && l.ExpiresAt <= now)
            .OrderBy(l => l.ExpiresAt).Take(Batch).ToListAsync(cancellation);
        var (messages, ended) = (new OutgoingMessages(), new List<ListingEnded>());
        foreach (var listing in due)
        {
            // The version makes a renewal that comes in between win: this batch then fails, is retried and finds it renewed.
            session.Events.Append(listing.Id, listing.Version + 1, new Expired(now));
            ended.Add(listing.Ended(ListingEnd.Expired, now));
        }

        if (ended.Count > 0) messages.Add(new ListingsEnded(ended));
        if (due.Count == Batch) messages.Add(new ExpireDueListings());
        return messages;
    }
}
