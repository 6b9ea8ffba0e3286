using Marten;
using Souq.Accounts.Stores.Following;

namespace Souq.Accounts.Stores.Showing;

/// <summary>Stores for pages: one short session a question.</summary>
public sealed class StoreReader(IAccountsStore documents)
{
    /// <summary>By the address it has or once had; <c>null</c> when there is none, or its seller is forgotten.</summary>
    public async Task<Store?> BySlug(string slug, CancellationToken cancellation)
    {
        await using var session = documents.QuerySession();
        return await session.LoadAsync<TakenSlug>(slug, cancellation) is { } taken
            && await session.LoadAsync<Store>(taken.StoreId, cancellation) is { ErasedAt: null } store ? store : null;
    }

    public async Task<Store?> ById(Guid storeId, CancellationToken cancellation)
    {
        await using var session = documents.QuerySession();
        return await session.LoadAsync<Store>(storeId, cancellation) is { ErasedAt: null } store ? store : null;
    }

    /// <summary>Open or not; <c>null</c> when he never opened one.</summary>
    public Task<Store?> OfPerson(Guid personId, CancellationToken cancellation) => ById(Store.IdOf(personId), cancellation);

    public async Task<StoreCard> Card(Guid storeId, CancellationToken cancellation)
    {
        await using var session = documents.QuerySession();
        return await session.LoadAsync<StoreCard>(storeId, cancellation) ?? new StoreCard { Id = storeId };
    }

    public async Task<int> Followers(Guid storeId, CancellationToken cancellation)
    {
        await using var session = documents.QuerySession();
        return await session.Query<StoreFollow>().CountAsync(f => f.StoreId == storeId, cancellation);
    }

    public async Task<bool> Follows(Guid personId, Guid storeId, CancellationToken cancellation)
    {
        await using var session = documents.QuerySession();
        return await session.LoadAsync<StoreFollow>(StoreFollow.IdOf(storeId, personId), cancellation) is not null;
    }

    /// <summary>The stores a person follows and that are open, by title.</summary>
    public async Task<IReadOnlyList<Store>> FollowedBy(Guid personId, CancellationToken cancellation)
    {
        await using var session = documents.QuerySession();
        var ids = await session.Query<StoreFollow>().Where(f => f.PersonId == personId).Select(f => f.StoreId).ToListAsync(cancellation);
        return [.. (await session.LoadManyAsync<Store>(cancellation, [.. ids])).Where(s => s.IsOpen).OrderBy(s => s.Title, StringComparer.CurrentCulture)];
    }
}
