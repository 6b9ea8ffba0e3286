using Marten;
using Souq.Accounts.Contracts;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Wolverine;
using Wolverine.Marten;

namespace Souq.Digests.Subscribing;

/// <summary>Something kept for a person whose mailbox is confirmed, without a form of his own: it goes with what he does elsewhere.</summary>
/// <param name="Id">Of the subscription.</param>
/// <param name="Known">The subscription of an earlier time, in any state.</param>
internal sealed record OwnRequest(Subscriber Subscriber, KeptSearch Search, Guid Id, DigestSubscription? Known, Language Language)
{
    public bool IsActive => Known is { Status: SubscriptionStatus.Active };

    /// <summary>One at a time for a mailbox, until the session's transaction ends; <c>null</c> where there is none.</summary>
    public static async Task<OwnRequest?> Of(
        Guid person, KeptSearch search, IDocumentSession session, IMailboxes mailboxes, TimeProvider time, CancellationToken cancellation)
    {
        if (await mailboxes.Of(person, cancellation) is not { } address) return null;
        await Subscriber.Lock(session, address, cancellation);
        var subscriber = await Subscriber.Find(session, address, cancellation) ?? new Subscriber(Guid.CreateVersion7(), address, time.GetUtcNow());
        var id = DigestSubscription.IdOf(subscriber.Id, search.Id);
        return new OwnRequest(
            subscriber with { PersonId = person }, search, id, await session.LoadAsync<DigestSubscription>(id, cancellation), await mailboxes.LanguageOf(person, cancellation));
    }

    public SavedSearch Words(string? title) => new(Id, Subscriber.Id, Search.Id, Search.Query, title);

    public (IEnumerable<IMartenOp>, OutgoingMessages) Begin(Rhythm rhythm, SavedSearch words, long reached, DateTimeOffset now) => Beginning.Confirmed(
        Subscriber, words, Known, new SearchSaved(Subscriber.Id, Search.Id, rhythm, Known?.Cap ?? DigestSubscription.UsualCap, Language, now), reached, now);
}
