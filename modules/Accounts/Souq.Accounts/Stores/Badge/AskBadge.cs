using Marten;
using Souq.Kernel;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Accounts.Stores.Badge;

/// <summary>A seller asks for the badge with his number in the trade register.</summary>
/// <param name="RegisterNumber">As <see cref="Stores.RegisterNumber"/> writes it.</param>
public sealed record AskBadge(Guid PersonId, string RegisterNumber)
{
    public Guid StoreId => Store.IdOf(PersonId);

    public override string ToString() => $"AskBadge for {StoreId}";
}

public static class AskBadgeHandler
{
    public static Task<StoreCard?> LoadAsync(AskBadge command, IDocumentSession session, CancellationToken cancellation) =>
        session.LoadAsync<StoreCard>(command.StoreId, cancellation);

    public static (Events, IEnumerable<IMartenOp>) Handle(
        AskBadge command, [WriteModel(nameof(AskBadge.StoreId))] Store store, StoreCard? card, TimeProvider time)
    {
        if (card is null) throw new NotFoundException("The store");
        if (!store.IsOpen) throw new RefusedException("Store.Shut");
        if (store.Badge is BadgeState.Asked or BadgeState.Granted && card.RegisterNumber == command.RegisterNumber) return ([], []);
        card.RegisterNumber = command.RegisterNumber;
        return (store.Badge == BadgeState.Asked ? [] : [new BadgeAsked(time.GetUtcNow())], [MartenOps.Store(card)]);
    }
}
