using Marten;
using Souq.Digests.Subscribing;

namespace Souq.Digests.Managing;

/// <summary>Somebody wants to hear nothing of a seller.</summary>
public sealed record HideSeller(Guid SubscriberId, Guid SellerId);

/// <summary>He wants to hear of all of them again.</summary>
public sealed record ShowAllSellers(Guid SubscriberId);

public static class HideSellerHandler
{
    public static async Task Handle(HideSeller command, IDocumentSession session, CancellationToken cancellation)
    {
        if (await session.LoadAsync<Subscriber>(command.SubscriberId, cancellation) is not { } subscriber) return;
        // The newest wishes are kept.
        session.Store(subscriber with { Hidden = [.. subscriber.Hidden.Where(s => s != command.SellerId).Append(command.SellerId).TakeLast(Subscriber.MostHidden)] });
    }

    public static async Task Handle(ShowAllSellers command, IDocumentSession session, CancellationToken cancellation)
    {
        if (await session.LoadAsync<Subscriber>(command.SubscriberId, cancellation) is { } subscriber) session.Store(subscriber with { Hidden = [] });
    }
}
