using Marten;

namespace Souq.Accounts.Stores.Badge;

/// <summary>Stores as the operator looks at them.</summary>
public sealed class BadgeDesk(IAccountsStore documents)
{
    public const int PageSize = 30;

    /// <summary>In one state of the badge, those who wait longest first; or all, the newest first.</summary>
    /// <param name="page">From 1.</param>
    public async Task<IReadOnlyList<Store>> Find(BadgeState? state, int page, CancellationToken cancellation)
    {
        await using var session = documents.QuerySession();
        var open = session.Query<Store>().Where(s => s.ErasedAt == null);
        var found = state is { } wanted ? open.Where(s => s.Badge == wanted).OrderBy(s => s.BadgeAt).ThenBy(s => s.Id) : open.OrderByDescending(s => s.FoundedAt).ThenBy(s => s.Id);
        return await found.Skip((page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellation);
    }

    public async Task<int> Waiting(CancellationToken cancellation)
    {
        await using var session = documents.QuerySession();
        return await session.Query<Store>().CountAsync(s => s.Badge == BadgeState.Asked, cancellation);
    }

    /// <summary>Other stores that gave the same number of the register.</summary>
    public async Task<IReadOnlyList<Store>> WithNumber(string number, Guid but, CancellationToken cancellation)
    {
        await using var session = documents.QuerySession();
        var ids = await session.Query<StoreCard>().Where(c => c.RegisterNumber == number && c.Id != but).Select(c => c.Id).Take(10).ToListAsync(cancellation);
        return [.. (await session.LoadManyAsync<Store>(cancellation, ids)).Where(s => s.ErasedAt is null)];
    }
}
