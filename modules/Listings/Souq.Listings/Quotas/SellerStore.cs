using Souq.Accounts.Contracts;
using Wolverine.Marten;

namespace Souq.Listings.Quotas;

/// <summary>That a seller has an open store, as Accounts told.</summary>
/// <param name="Id">The seller's.</param>
public sealed record SellerStore(Guid Id, Guid StoreId);

public static class SellerStoreHandler
{
    public static IMartenOp Handle(StoreOpened fact) => MartenOps.Store(new SellerStore(fact.PersonId, fact.StoreId));

    public static IMartenOp Handle(StoreClosed fact) => MartenOps.Delete<SellerStore>(fact.PersonId);
}
