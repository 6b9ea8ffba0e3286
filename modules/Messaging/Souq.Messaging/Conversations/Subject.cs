using Souq.Listings.Contracts;
using Wolverine.Marten;

namespace Souq.Messaging.Conversations;

/// <summary>What this module remembers of an advert: whose it is and whether it can be written about.</summary>
public sealed record Subject(Guid Id, long Number, string Title, Guid SellerId, bool OnMarket);

/// <summary>Keeps <see cref="Subject"/> from what Listings announces.</summary>
public static class SubjectHandler
{
    public static IMartenOp Handle(ListingPublished fact) =>
        MartenOps.Store(new Subject(fact.ListingId, fact.Number, fact.Title, fact.SellerId, OnMarket: true));

    public static IMartenOp Handle(ListingEnded fact, [Wolverine.Persistence.Entity(nameof(ListingEnded.ListingId), Required = false)] Subject? subject) =>
        subject is null ? MartenOps.Nothing() : MartenOps.Store(subject with { OnMarket = false });
}
