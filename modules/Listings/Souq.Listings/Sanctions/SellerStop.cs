using Marten;
using Souq.EventStore;
using Souq.Moderation.Contracts;
using Wolverine;
using Wolverine.Runtime.Handlers;

namespace Souq.Listings.Sanctions;

/// <summary>A decision of moderators about a seller, as far as adverts are concerned.</summary>
public sealed record SellerStop
{
    /// <summary>The sanction's.</summary>
    public Guid Id { get; init; }

    public Guid SellerId { get; init; }

    /// <summary>His adverts are off the market while it holds; else he publishes none.</summary>
    public bool OffMarket { get; init; }

    public DateTimeOffset? Until { get; init; }

    /// <summary>It has ended, be it before its beginning was heard of.</summary>
    public bool Ended { get; init; }
}

/// <summary>Who is shut out is not on the market; who is limited publishes nothing.</summary>
public static class PersonSanctionedHandler
{
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task<OutgoingMessages> Handle(PersonSanctioned fact, IDocumentSession session, CancellationToken cancellation)
    {
        if (!fact.ShutsOut && !fact.Acts.Contains(LimitedAct.Publishing)) return [];
        if (await session.LoadAsync<SellerStop>(fact.SanctionId, cancellation) is not null) return [];
        session.Insert(new SellerStop { Id = fact.SanctionId, SellerId = fact.PersonId, OffMarket = fact.ShutsOut, Until = fact.Until });
        return fact.ShutsOut ? [new TakeDownListings(fact.PersonId, fact.SanctionId)] : [];
    }

    public static async Task<OutgoingMessages> Handle(SanctionEnded fact, IDocumentSession session, CancellationToken cancellation)
    {
        var stop = await session.LoadAsync<SellerStop>(fact.SanctionId, cancellation);
        if (stop is { Ended: true }) return [];
        session.Store((stop ?? new SellerStop { Id = fact.SanctionId, SellerId = fact.PersonId }) with { Ended = true });
        return stop?.OffMarket == true ? [new BringBackListings(fact.PersonId)] : [];
    }
}
