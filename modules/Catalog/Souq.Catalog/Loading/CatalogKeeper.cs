using Marten;
using Npgsql;
using Souq.Catalog.Choices;
using Souq.Catalog.Sections;

namespace Souq.Catalog.Loading;

/// <summary>Moves the catalog from the program into the store, and from the store to those who read it.</summary>
public sealed class CatalogKeeper(ICatalogStore store, NpgsqlDataSource dataSource, CatalogCache cache) : IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1);

    /// <summary>Takes the delivered catalog into the store. Nodes that start together wait for each other; a second run changes nothing.</summary>
    /// <returns>How many events were written.</returns>
    public async Task<int> TakeDelivery(CancellationToken cancellation)
    {
        await using var turn = await CatalogLock.Take(dataSource, cancellation);
        return await Deliver(cancellation);
    }

    /// <summary>Publishes the store's catalog when it is not the one published already.</summary>
    public async Task Refresh(CancellationToken cancellation)
    {
        // Two that read at the same time could publish in the wrong order.
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            // Read before the content: what is written in between is noticed the next time.
            var version = await StoreVersion(cancellation);
            if (version == cache.Current.Version) return;
            await using var session = store.QuerySession();
            var sections = await session.Query<CatalogSection>().ToListAsync(cancellation);
            var lists = await session.Query<CatalogChoiceList>().ToListAsync(cancellation);
            cache.Publish(SnapshotBuilder.Build(version, sections, lists, ShippedCatalog.Territory));
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task<int> Deliver(CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        var changes = Delivery.Of(await session.Query<CatalogSection>().ToListAsync(cancellation), ShippedCatalog.Sections)
            .Select(change => (Type: typeof(CatalogSection), change))
            .Concat(Delivery.Of(await session.Query<CatalogChoiceList>().ToListAsync(cancellation), ShippedCatalog.Lists)
                .Select(change => (Type: typeof(CatalogChoiceList), change)))
            .ToList();
        foreach (var (type, change) in changes)
        {
            if (change.IsNew) session.Events.StartStream(type, change.Stream, change.Event);
            // With the version, or the kept section would not know its own.
            else session.Events.Append(change.Stream, change.Version + 1, change.Event);
        }

        await session.SaveChangesAsync(cancellation);
        return changes.Count;
    }

    // A count, not the highest number: numbers are given out before their transactions commit, in whatever order those do.
    private async Task<long> StoreVersion(CancellationToken cancellation) =>
        (await store.Advanced.FetchEventStoreStatistics(token: cancellation)).EventCount;
}
