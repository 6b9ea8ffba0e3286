using Marten;
using Souq.Accounts.Contracts;
using Souq.Listings.Contracts;
using Souq.Messaging.Conversations;
using Souq.Messaging.Letters;
using Wolverine;

namespace Souq.Messaging.Giving;

/// <summary>Listings says that a gift was given, or is offered again.</summary>
public static class GiftFactsHandler
{
    public static Task<OutgoingMessages> Handle(ListingEnded fact, IDocumentSession session, CancellationToken cancellation) =>
        Ended([fact], session, cancellation);

    public static Task<OutgoingMessages> Handle(ListingsEnded facts, IDocumentSession session, CancellationToken cancellation) =>
        Ended(facts.Listings, session, cancellation);

    public static Task Handle(ListingPublished fact, IDocumentSession session, CancellationToken cancellation) => Offered([fact], session, cancellation);

    public static Task Handle(ListingsPublished facts, IDocumentSession session, CancellationToken cancellation) =>
        Offered(facts.Listings, session, cancellation);

    private static async Task<OutgoingMessages> Ended(IEnumerable<ListingEnded> facts, IDocumentSession session, CancellationToken cancellation)
    {
        var given = facts.Where(f => f.How == ListingEnd.Sold).GroupBy(f => f.ListingId).ToDictionary(g => g.Key, g => g.Last());
        var told = new OutgoingMessages();
        foreach (var gift in (await session.LoadManyAsync<Subject>(cancellation, given.Keys)).Where(s => s.Free))
        {
            var stream = await session.Events.FetchForWriting<Gift>(gift.Id, cancellation);
            if (stream.Aggregate?.GivenAt is not null) continue;
            stream.AppendOne(new GiftGiven(given[gift.Id].Buyer, given[gift.Id].At));
            told.Add(new TellOthers(gift.Id));
        }

        return told;
    }

    private static async Task Offered(IEnumerable<ListingPublished> facts, IDocumentSession session, CancellationToken cancellation)
    {
        var offered = facts.GroupBy(f => f.ListingId).ToDictionary(g => g.Key, g => g.Last());
        foreach (var gift in await session.LoadManyAsync<Gift>(cancellation, offered.Keys))
        {
            var stream = await session.Events.FetchForWriting<Gift>(gift.Id, cancellation);
            if (stream.Aggregate?.GivenAt < offered[gift.Id].At) stream.AppendOne(new GiftOfferedAgain(offered[gift.Id].At));
        }
    }
}

/// <summary>Writes to those who asked for a gift and did not get it, a page of them at a time.</summary>
public sealed record TellOthers(Guid ListingId, int Page = 0);

public static class TellOthersHandler
{
    private const int PageSize = 100;

    public static async Task<OutgoingMessages> Handle(TellOthers command, IDocumentSession session, CancellationToken cancellation)
    {
        var gift = await session.LoadAsync<Gift>(command.ListingId, cancellation);
        if (gift?.GivenAt is null) return [];
        // Nobody can ask for what is gone, so the pages stay as they are.
        var asked = await session.Query<Conversation>().Where(c => c.ListingId == command.ListingId && c.AskedAt != null)
            .OrderBy(c => c.AskedAt).ThenBy(c => c.Id).Skip(command.Page * PageSize).Take(PageSize).ToListAsync(cancellation);
        var told = new OutgoingMessages();
        foreach (var one in asked.Where(c => Gift.For(gift, c.BuyerId) == GiftStanding.Gone))
            told.Add(new NotifyPerson(one.BuyerId, GiftGoneTemplate.Key, one.Id, $"{GiftGoneTemplate.Key}:{one.Id}"));
        if (asked.Count == PageSize) told.Add(command with { Page = command.Page + 1 });
        return told;
    }
}
