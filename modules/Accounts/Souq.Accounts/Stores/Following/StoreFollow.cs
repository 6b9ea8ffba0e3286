using Souq.Kernel;

namespace Souq.Accounts.Stores.Following;

/// <summary>A person wants to hear of a store's new adverts. Gone when he no longer does, or is forgotten.</summary>
/// <param name="Told">Digests, which writes the letters, knows of it; not so of those from the time when there were letters of their own.</param>
public sealed record StoreFollow(Guid Id, Guid StoreId, Guid PersonId, DateTimeOffset At, bool Told = false)
{
    private static readonly Guid Space = new("b21c9a50-7d1f-4a7a-a1cb-2f6f3c0f5f64");

    public static Guid IdOf(Guid storeId, Guid personId) => DeterministicGuid.Create(Space, $"{storeId:N}|{personId:N}");

    public static StoreFollow Of(Store store, Guid personId, DateTimeOffset at) => new(IdOf(store.Id, personId), store.Id, personId, at, Told: true);
}
