using Souq.Kernel;

namespace Souq.Accounts.Stores.Following;

/// <summary>A person wants to hear of a store's new adverts. Gone when he no longer does, or is forgotten.</summary>
public sealed record StoreFollow(Guid Id, Guid StoreId, Guid PersonId, DateTimeOffset At)
{
    private static readonly Guid Space = new("b21c9a50-7d1f-4a7a-a1cb-2f6f3c0f5f64");

    public static Guid IdOf(Guid storeId, Guid personId) => DeterministicGuid.Create(Space, $"{storeId:N}|{personId:N}");
}

/// <summary>A new advert of a store, until it has been told or is over.</summary>
/// <param name="Id">The listing's.</param>
/// <param name="PricedAt">Older news of its price change nothing.</param>
public sealed record StoreNews(
    Guid Id, Guid StoreId, long Number, string Title, Price Price, int CommuneCode, string? PhotoId, DateTimeOffset At,
    DateTimeOffset PricedAt = default);

/// <summary>What was to be told on a day; its id follows from the end of the span.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive.</param>
public sealed record StoreNewsRun(Guid Id, DateTimeOffset From, DateTimeOffset To)
{
    private static readonly Guid Space = new("4c5a04c0-0b55-4d1c-9a0e-5f0b4c9c1d7e");

    public static Guid IdOf(DateTimeOffset to) => DeterministicGuid.Create(Space, to.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
}
