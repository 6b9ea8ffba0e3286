using Marten;
using Souq.EventStore;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Wolverine.Marten;

namespace Souq.Messaging.Conversations;

/// <summary>What this module remembers of an advert: whose it is and whether it can be written about.</summary>
/// <param name="Free">A gift: who wants it says why, and the giver chooses.</param>
/// <param name="PricedAt">When <paramref name="Free"/> was so last: older news of a price change nothing.</param>
public sealed record Subject(
    Guid Id, long Number, string Title, Guid SellerId, bool OnMarket, bool Free = false, DateTimeOffset PricedAt = default);

/// <summary>Keeps <see cref="Subject"/> from what Listings announces.</summary>
public static class SubjectHandler
{
    public static IMartenOp Handle(ListingPublished fact) => MartenOps.Store(Of(fact));

    public static Task Handle(ListingsPublished facts, IDocumentSession session, CancellationToken cancellation) =>
        session.StoreAll(facts.Listings.Select(Of), s => s.Id, cancellation);

    public static IMartenOp Handle(ListingEnded fact, [Wolverine.Persistence.Entity(nameof(ListingEnded.ListingId), Required = false)] Subject? subject) =>
        subject is null ? MartenOps.Nothing() : MartenOps.Store(subject with { OnMarket = false });

    public static Task Handle(ListingsEnded facts, IDocumentSession session, CancellationToken cancellation) =>
        session.SetAll<Subject>(facts.Listings.Select(l => l.ListingId), new { OnMarket = false }, cancellation);

    public static Task Handle(ListingPricesChanged facts, IDocumentSession session, CancellationToken cancellation) =>
        session.SetWhereNewer<Subject>(nameof(Subject.PricedAt),
            facts.Newest().Select(f => (f.ListingId, (object)new { Free = IsFree(f.Price), PricedAt = f.At })), cancellation);

    private static Subject Of(ListingPublished fact) =>
        new(fact.ListingId, fact.Number, fact.Title, fact.SellerId, OnMarket: true, IsFree(fact.Price), fact.At);

    private static bool IsFree(Price price) => price.Type == PriceType.Free;
}
