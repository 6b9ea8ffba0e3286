using Souq.Kernel;
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
    public static Events Handle(DressStore command, [WriteModel(nameof(DressStore.StoreId))] Store store, TimeProvider time)
    {
        if (store.ErasedAt is not null) throw new NotFoundException("The store");
        var now = time.GetUtcNow();
        return command.Wall switch
        {
            StoreWall.Logo when command.Picture != store.Logo => [new LogoHung(command.Picture, now)],
            StoreWall.Front when command.Picture != store.Front => [new FrontPainted(command.Picture, now)],
            _ => [],
        };
    }
}
