using Marten;
using Souq.Listings.Contracts;
using Wolverine;

namespace Souq.Listings.Expiry;

/// <summary>Sent by the clock: adverts whose time is over leave the market, however many days were missed.</summary>
/// <param name="From">Where the batch before ended: it spares a walk over all that has just left. UTC.</param>
public sealed record ExpireDueListings(DateTimeOffset? From = null);

public static class ExpireDueListingsHandler
{
    /// <summary>Adverts per transaction; the next batch is a message of its own.</summary>
    public const int Batch = 500;

    public static async Task<OutgoingMessages> Handle(
        ExpireDueListings command, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var from = command.From ?? DateTimeOffset.MinValue;
        var due = await session.Query<Listing>()
            .Where(l => l.Life == ListingLife.Published && l.ExpiresAt <= now && l.ExpiresAt >= from)
            .OrderBy(l => l.ExpiresAt).Take(Batch)
            // The whole of each is loaded once already, by its snapshot.
            .Select(l => new { l.Id, l.Number, l.SellerId, l.Version, l.ExpiresAt }).ToListAsync(cancellation);
        var (messages, ended) = (new OutgoingMessages(), new List<ListingEnded>());
        foreach (var listing in due)
        {
            // The version makes a renewal that comes in between win: this batch then fails, is retried and finds it renewed.
            session.Events.Append(listing.Id, listing.Version + 1, new Expired(now));
            ended.Add(new ListingEnded(listing.Id, listing.Number, listing.SellerId, ListingEnd.Expired, now));
        }

        if (ended.Count > 0) messages.Add(new ListingsEnded(ended));
        if (due.Count == Batch) messages.Add(new ExpireDueListings(due[^1].ExpiresAt));
        return messages;
    }
}
