using Marten;
using Souq.Kernel;
using Souq.Messaging.Conversations;

namespace Souq.Messaging.Reading;

/// <summary>A person's conversations, as they stand this moment.</summary>
public sealed class Inbox(IMessagingStore store)
{
    public const int PageSize = 30;

    /// <summary>Newest first, from before a moment.</summary>
    public async Task<IReadOnlyList<Conversation>> Of(Guid personId, DateTimeOffset? before, CancellationToken cancellation = default)
    {
        await using var session = store.QuerySession();
        var query = session.Query<Conversation>().Where(c => c.BuyerId == personId || c.SellerId == personId);
        if (before is { } moment) query = query.Where(c => c.LastAt < moment);
        return await query.OrderByDescending(c => c.LastAt).Take(PageSize + 1).ToListAsync(cancellation);
    }

    /// <exception cref="NotFoundException">There is none, or it is not his.</exception>
    public async Task<(Conversation Conversation, IReadOnlyList<MessageWords> Messages)> Open(
        Guid conversationId, Guid personId, CancellationToken cancellation = default)
    {
        await using var session = store.QuerySession();
        var conversation = await session.LoadAsync<Conversation>(conversationId, cancellation) ?? throw new NotFoundException("The conversation");
        conversation.MustInclude(personId);
        var newest = await session.Query<MessageWords>().Where(m => m.ConversationId == conversationId)
            .OrderByDescending(m => m.At).Take(200).ToListAsync(cancellation);
        return (conversation, [.. newest.Reverse()]);
    }

    /// <summary>One message the other has written to this person.</summary>
    /// <exception cref="NotFoundException">There is none, it is his own, or it is taken away already.</exception>
    public async Task<(Conversation Conversation, MessageWords Message)> Message(Guid conversationId, Guid messageId, Guid personId, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var conversation = await session.LoadAsync<Conversation>(conversationId, cancellation) ?? throw new NotFoundException("The conversation");
        conversation.MustInclude(personId);
        return await session.LoadAsync<MessageWords>(messageId, cancellation) is { RemovedAt: null } message && message.ConversationId == conversationId && message.FromId != personId
            ? (conversation, message) : throw new NotFoundException("The message");
    }

    public async Task<Conversation?> About(Guid listingId, Guid buyerId, CancellationToken cancellation = default)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<Conversation>(Conversation.IdOf(listingId, buyerId), cancellation);
    }

    public async Task<int> Unread(Guid personId, CancellationToken cancellation = default)
    {
        await using var session = store.QuerySession();
        return await session.Query<Conversation>().CountAsync(
            c => (c.BuyerId == personId && c.BuyerUnread > 0) || (c.SellerId == personId && c.SellerUnread > 0), cancellation);
    }
}
