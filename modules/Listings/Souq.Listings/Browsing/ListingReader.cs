using Marten;

namespace Souq.Listings.Browsing;

/// <summary>Single adverts as they stand this moment: the inline model, never a stale projection.</summary>
public sealed class ListingReader(IListingsStore store)
{
    public async Task<Listing?> ByNumber(long number, CancellationToken cancellation = default)
    {
        await using var session = store.QuerySession();
        // Written out: the page asked for most would translate the same expression each time.
        return (await session.QueryAsync<Listing>("where d.number = ?", cancellation, number)).SingleOrDefault();
    }

    public async Task<Listing?> ById(Guid id, CancellationToken cancellation = default)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<Listing>(id, cancellation);
    }

    /// <summary>A seller's own adverts, newest first, at most <paramref name="limit"/> before a number.</summary>
    public async Task<IReadOnlyList<Listing>> OfSeller(Guid sellerId, long? before, int limit, CancellationToken cancellation = default)
    {
        await using var session = store.QuerySession();
        var query = session.Query<Listing>().Where(l => l.SellerId == sellerId);
        if (before is { } number) query = query.Where(l => l.Number < number);
        return await query.OrderByDescending(l => l.Number).Take(limit).ToListAsync(cancellation);
    }
}
