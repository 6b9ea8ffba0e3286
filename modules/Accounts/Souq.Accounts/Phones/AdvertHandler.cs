using Souq.Listings.Contracts;
using Wolverine.Marten;

namespace Souq.Accounts.Phones;

/// <summary>Keeps <see cref="Advert"/> from what Listings announces.</summary>
public static class AdvertHandler
{
    public static IMartenOp Handle(ListingPublished fact) => MartenOps.Store(
        new Advert { Id = fact.ListingId, Number = fact.Number, SellerId = fact.SellerId, Title = fact.Title });

    public static IMartenOp Handle(ListingEnded fact) => MartenOps.Delete<Advert>(fact.ListingId);
}
