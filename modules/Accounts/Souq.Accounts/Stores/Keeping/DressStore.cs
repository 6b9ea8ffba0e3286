using Souq.Accounts.Contracts;
using Souq.Kernel;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Accounts.Stores.Keeping;

public enum StoreWall { Logo, Front }

/// <summary>A seller hangs a picture up, or takes it down.</summary>
/// <param name="Picture"><c>null</c> takes it down.</param>
public sealed record DressStore(Guid PersonId, StoreWall Wall, StorePicture? Picture)
{
    public Guid StoreId => Store.IdOf(PersonId);
}

public static class DressStoreHandler
{
    public static (Events, OutgoingMessages) Handle(DressStore command, [WriteModel(nameof(DressStore.StoreId))] Store store, TimeProvider time)
    {
        if (store.ErasedAt is not null) throw new NotFoundException("The store");
        var now = time.GetUtcNow();
        var events = Decide(store, command, now);
        return (events, events.Count > 0 ? [new StoreEdited(store.Id, store.PersonId, now)] : []);
    }

    private static Events Decide(Store store, DressStore command, DateTimeOffset now) => command.Wall switch
    {
        StoreWall.Logo when command.Picture != store.Logo => [new LogoHung(command.Picture, now)],
        StoreWall.Front when command.Picture != store.Front => [new FrontPainted(command.Picture, now)],
        _ => [],
    };
}
