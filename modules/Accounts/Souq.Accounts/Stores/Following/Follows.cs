using Souq.Accounts.Contracts;

namespace Souq.Accounts.Stores.Following;

/// <inheritdoc cref="IFollows"/>
public sealed class Follows(IAccountsStore documents) : IFollows
{
    public async Task<string?> StoreFollowed(Guid personId, Guid sellerId, CancellationToken cancellation)
    {
        var id = Store.IdOf(sellerId);
        await using var session = documents.QuerySession();
        return await session.LoadAsync<StoreFollow>(StoreFollow.IdOf(id, personId), cancellation) is not null
            && await session.LoadAsync<Store>(id, cancellation) is { IsOpen: true } store ? store.Title : null;
    }
}
