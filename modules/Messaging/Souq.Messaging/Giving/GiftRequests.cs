using Marten;
using Souq.Kernel;
using Souq.Messaging.Conversations;

namespace Souq.Messaging.Giving;

/// <summary>A gift on the market as one reader sees it.</summary>
public sealed record GiftOffer(Guid? PromisedTo, bool Asked);

/// <summary>One of those who asked, with the words he asked with (gone when he is).</summary>
public sealed record GiftRequest(Conversation Conversation, MessageWords? Words)
{
    public bool Waits => Conversation.LastFromId == Conversation.BuyerId;
}

/// <summary>Reads who asked for a gift.</summary>
public sealed class GiftRequests(IMessagingStore store)
{
    public const int PageSize = 50;

    /// <summary><c>null</c> when the advert is no gift.</summary>
    public async Task<GiftOffer?> Offer(Guid listingId, Guid? viewerId, CancellationToken cancellation = default)
    {
        await using var session = store.QuerySession();
        if (await session.LoadAsync<Subject>(listingId, cancellation) is not { Free: true }) return null;
        var gift = await session.LoadAsync<Gift>(listingId, cancellation);
        var own = viewerId is { } viewer ? await session.LoadAsync<Conversation>(Conversation.IdOf(listingId, viewer), cancellation) : null;
        return new GiftOffer(gift?.PromisedTo, own?.AskedAt is not null);
    }

    public async Task<Gift?> Gift(Guid listingId, CancellationToken cancellation = default)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<Gift>(listingId, cancellation);
    }

    public async Task<int> Count(Guid listingId, CancellationToken cancellation = default)
    {
        await using var session = store.QuerySession();
        return await session.Query<Conversation>().CountAsync(c => c.ListingId == listingId && c.AskedAt != null, cancellation);
    }

    /// <exception cref="NotFoundException">There is no such advert, or it is somebody else's.</exception>
    public async Task<Subject> Own(long number, Guid ownerId, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var subject = await session.Query<Subject>().FirstOrDefaultAsync(s => s.Number == number, cancellation);
        return subject?.SellerId == ownerId ? subject : throw new NotFoundException("The listing");
    }

    /// <summary>In the order in which they first asked; one more than a page when there are more.</summary>
    public async Task<IReadOnlyList<GiftRequest>> Of(Guid listingId, int page, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var asked = await session.Query<Conversation>().Where(c => c.ListingId == listingId && c.AskedAt != null)
            .OrderBy(c => c.AskedAt).ThenBy(c => c.Id).Skip(page * PageSize).Take(PageSize + 1).ToListAsync(cancellation);
        var ids = asked.Select(c => c.Id).ToArray();
        var words = (await session.Query<MessageWords>().Where(m => m.Collect != null && m.RemovedAt == null && ids.Contains(m.ConversationId)).OrderBy(m => m.At)
            .Take(10 * PageSize).ToListAsync(cancellation)).ToLookup(m => m.ConversationId);
        return [.. asked.Select(c => new GiftRequest(c, words[c.Id].FirstOrDefault()))];
    }
}
