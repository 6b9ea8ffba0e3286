using Souq.Kernel;

namespace Souq.Messaging.Conversations;

/// <summary>What two people say to each other about one advert. The words themselves are in <see cref="MessageWords"/>, so that they can be erased.</summary>
public sealed partial record Conversation
{
    private static readonly Guid Space = new("0b5bb7f2-1e4b-4f0e-8f0e-6f3f6b8f4a11");

    public Guid Id { get; init; }
    public long Version { get; init; }
    public Guid ListingId { get; init; }
    public long ListingNumber { get; init; }
    public string Title { get; init; } = "";
    public Guid BuyerId { get; init; }
    public Guid SellerId { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    /// <summary>When the buyer first asked to be given the thing; <c>null</c> when he only writes.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    public DateTimeOffset LastAt { get; init; }
    public Guid LastFromId { get; init; }
    public int BuyerUnread { get; init; }
    public int SellerUnread { get; init; }

    /// <summary>A buyer has one conversation about an advert, however often he writes.</summary>
    public static Guid IdOf(Guid listingId, Guid buyerId) => DeterministicGuid.Create(Space, $"{listingId:N}/{buyerId:N}");

    public static Conversation Create(ConversationStarted started) => new()
    {
        ListingId = started.ListingId,
        ListingNumber = started.ListingNumber,
        Title = started.Title,
        BuyerId = started.BuyerId,
        SellerId = started.SellerId,
        StartedAt = started.At,
        LastAt = started.At,
    };

    public Conversation Apply(MessageWritten written) => this with
    {
        LastAt = written.At,
        LastFromId = written.FromId,
        BuyerUnread = written.FromId == BuyerId ? BuyerUnread : BuyerUnread + 1,
        SellerUnread = written.FromId == SellerId ? SellerUnread : SellerUnread + 1,
    };

    public Conversation Apply(GiftAskedFor asked) => AskedAt is null ? this with { AskedAt = asked.At } : this;

    public Conversation Apply(ConversationRead read) => read.ReaderId == BuyerId ? this with { BuyerUnread = 0 } : this with { SellerUnread = 0 };

    public Conversation Apply(MessageRemoved _) => this;

    public Conversation Apply(MessageRestored _) => this;

    public bool Includes(Guid personId) => personId == BuyerId || personId == SellerId;

    public Guid Other(Guid personId) => personId == BuyerId ? SellerId : BuyerId;

    public int UnreadFor(Guid personId) => personId == BuyerId ? BuyerUnread : SellerUnread;

    /// <exception cref="NotFoundException">Somebody else's conversation: he need not know that it exists.</exception>
    public void MustInclude(Guid personId)
    {
        if (!Includes(personId)) throw new NotFoundException("The conversation");
    }
}
