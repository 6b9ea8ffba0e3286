using Marten;
using Souq.Accounts.Contracts;
using Souq.Messaging.Contracts;

namespace Souq.Listings.Counting;

/// <summary>A number was shown: counted on the day of the fact.</summary>
public static class PhoneRevealedHandler
{
    public static void Handle(PhoneRevealed fact, IDocumentSession session) =>
        session.CountOnce(CountKind.Reveals, fact.RevealId, fact.ListingId, fact.SellerId, fact.At);
}

/// <summary>A message was sent: what buyers write is counted, and who wrote last is remembered.</summary>
public static class MessageSentHandler
{
    private const string Remember = $"""
        insert into {EnquiriesTable.Name} as e (conversation, listing, seller, person, began, asked, answered) values (?, ?, ?, ?, ?, ?, ?)
        on conflict (conversation) do update set
          began = least(e.began, excluded.began), asked = greatest(e.asked, excluded.asked), answered = greatest(e.answered, excluded.answered)
        """;

    public static async Task Handle(MessageSent fact, IDocumentSession session, CancellationToken cancellation)
    {
        if (await session.LoadAsync<Listing>(fact.ListingId, cancellation) is not { } listing) return;
        var asks = fact.FromId != listing.SellerId;
        if (asks) session.CountOnce(CountKind.Messages, fact.MessageId, fact.ListingId, listing.SellerId, fact.At);
        var at = fact.At.ToUniversalTime();
        session.QueueSqlCommand(Remember, fact.ConversationId, fact.ListingId, listing.SellerId, asks ? fact.FromId : fact.ToId, at,
            asks ? at : DBNull.Value, asks ? DBNull.Value : at);
    }
}
