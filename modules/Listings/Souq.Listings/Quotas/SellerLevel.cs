using Marten;
using Souq.Accounts.Contracts;
using Wolverine.Marten;

namespace Souq.Listings.Quotas;

/// <summary>How far a seller is trusted, as Accounts told; of whom nothing was told, he is new.</summary>
/// <param name="Id">The seller's.</param>
public sealed record SellerLevel(Guid Id, TrustLevel Level, DateTimeOffset At);

public static class SellerLevelHandler
{
    public static Task<SellerLevel?> LoadAsync(TrustChanged fact, IDocumentSession session, CancellationToken cancellation) =>
        session.LoadAsync<SellerLevel>(fact.PersonId, cancellation);

    // News may come in another order than it happened.
    public static IEnumerable<IMartenOp> Handle(TrustChanged fact, SellerLevel? known) =>
        known?.At > fact.At ? [] : [MartenOps.Store(new SellerLevel(fact.PersonId, fact.Level, fact.At))];
}

public static class ForgetSellerLevelHandler
{
    public static IMartenOp Handle(PersonErased fact) => MartenOps.Delete<SellerLevel>(fact.PersonId);
}
