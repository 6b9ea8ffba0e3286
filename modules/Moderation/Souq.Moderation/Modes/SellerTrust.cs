using Marten;
using Souq.Accounts.Contracts;
using Souq.EventStore;
using Wolverine.Runtime.Handlers;

namespace Souq.Moderation.Modes;

/// <summary>How far a seller is trusted, as Accounts told last.</summary>
public sealed record SellerTrust
{
    /// <summary>The person's.</summary>
    public Guid Id { get; init; }

    public TrustLevel Level { get; init; }
    public DateTimeOffset At { get; init; }
}

public static class TrustChangedHandler
{
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task Handle(TrustChanged fact, IDocumentSession session, CancellationToken cancellation)
    {
        if (await session.LoadAsync<SellerTrust>(fact.PersonId, cancellation) is { } known && known.At >= fact.At) return;
        session.Store(new SellerTrust { Id = fact.PersonId, Level = fact.Level, At = fact.At });
    }
}
