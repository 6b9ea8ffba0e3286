using Marten;
using Souq.EventStore;
using Souq.Listings.Contracts;
using Wolverine.Marten;

namespace Souq.Accounts.Phones;

/// <summary>Keeps <see cref="Advert"/> from what Listings announces.</summary>
public static class AdvertHandler
{
    public static IMartenOp Handle(ListingPublished fact) => MartenOps.Store(Of(fact));

    public static Task Handle(ListingsPublished facts, IDocumentSession session, CancellationToken cancellation) =>
        session.StoreAll(facts.Listings.Select(Of), a => a.Id, cancellation);

    public static IMartenOp Handle(ListingEnded fact) => MartenOps.Delete<Advert>(fact.ListingId);

    public static IMartenOp Handle(ListingsEnded facts)
    {
        var ids = facts.Listings.Select(l => l.ListingId).ToArray();
        return MartenOps.DeleteWhere<Advert>(a => ids.Contains(a.Id));
    }

    private static Advert Of(ListingPublished fact) =>
        new() { Id = fact.ListingId, Number = fact.Number, SellerId = fact.SellerId, Title = fact.Title };
}
