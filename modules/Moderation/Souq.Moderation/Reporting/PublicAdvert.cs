using Marten;
using Souq.EventStore;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Moderation.Opening;
using Wolverine.Marten;

namespace Souq.Moderation.Reporting;

/// <summary>This module's copy of what it must know of an advert on the market, to open a case about it.</summary>
public sealed record PublicAdvert
{
    /// <summary>The listing's.</summary>
    public Guid Id { get; init; }

    public int Revision { get; init; }
    public long Number { get; init; }
    public Guid SellerId { get; init; }
    public int SectionId { get; init; }
    public string Title { get; init; } = "";
    public int CommuneCode { get; init; }
    public Price Price { get; init; } = new(PriceType.OnRequest, null);

    /// <summary>Older news of its price change nothing.</summary>
    public DateTimeOffset PricedAt { get; init; }

    public Guid CaseId => Case.IdOf(SubjectKinds.Listing, Id);
}

/// <summary>Keeps <see cref="PublicAdvert"/> from what Listings announces.</summary>
public static class PublicAdvertHandler
{
    public static IMartenOp Handle(ListingPublished fact) => MartenOps.Store(Of(fact));

    public static Task Handle(ListingsPublished facts, IDocumentSession session, CancellationToken cancellation) =>
        session.StoreAll(facts.Listings.Select(Of), a => a.Id, cancellation);

    public static Task Handle(ListingPricesChanged facts, IDocumentSession session, CancellationToken cancellation) =>
        session.SetWhereNewer<PublicAdvert>(nameof(PublicAdvert.PricedAt),
            facts.Newest().Select(f => (f.ListingId, (object)new { f.Price, PricedAt = f.At })), cancellation);

    public static IMartenOp Handle(ListingEnded fact) => MartenOps.Delete<PublicAdvert>(fact.ListingId);

    public static IMartenOp Handle(ListingsEnded facts)
    {
        var ids = facts.Listings.Select(l => l.ListingId).ToArray();
        return MartenOps.DeleteWhere<PublicAdvert>(a => ids.Contains(a.Id));
    }

    private static PublicAdvert Of(ListingPublished fact) => new()
    {
        Id = fact.ListingId,
        Revision = fact.Revision,
        Number = fact.Number,
        SellerId = fact.SellerId,
        SectionId = fact.SectionId,
        Title = fact.Title,
        CommuneCode = fact.CommuneCode,
        Price = fact.Price,
        PricedAt = fact.At,
    };
}
