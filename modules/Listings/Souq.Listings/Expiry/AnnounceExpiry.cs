using Marten;
using Souq.Accounts.Contracts;
using Wolverine;

namespace Souq.Listings.Expiry;

/// <summary>Sent by the clock: sellers whose adverts end within <see cref="AnnounceExpiryHandler.Ahead"/> are told, once per end.</summary>
public sealed record AnnounceExpiry;

public static class AnnounceExpiryHandler
{
    public const int Batch = 200;

    public static readonly TimeSpan Ahead = TimeSpan.FromDays(5);

    public static async Task<OutgoingMessages> Handle(
        AnnounceExpiry _, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var horizon = now + Ahead;
        var near = await session.Query<Listing>()
            .Where(l => l.Life == ListingLife.Published && l.ExpiresAt > now && l.ExpiresAt <= horizon && l.ExpiryAnnouncedFor == null)
            .OrderBy(l => l.ExpiresAt).Take(Batch).ToListAsync(cancellation);
        var messages = new OutgoingMessages();
        foreach (var listing in near)
        {
            session.Events.Append(listing.Id, listing.Version + 1, new ExpiryAnnounced(listing.ExpiresAt!.Value, now));
            messages.Add(new NotifyPerson(
                listing.SellerId, ExpiryLetterTemplate.Key, listing.Id, $"{ExpiryLetterTemplate.Key}:{listing.Id}:{listing.ExpiresAt.Value.UtcTicks}"));
        }

        if (near.Count == Batch) messages.Add(new AnnounceExpiry());
        return messages;
    }
}
