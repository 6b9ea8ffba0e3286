using Marten;
using Souq.Listings.Contracts;

namespace Souq.Listings.Watching;

public static class KeepSearchHandler
{
    /// <summary>A search that somebody keeps already only has one more keeper. What came to the market in between is found by <see cref="Matcher"/>.</summary>
    public static async Task Handle(KeepSearch command, IDocumentSession session, Searches searches, CancellationToken cancellation)
    {
        if (await searches.Watch(command.Search, cancellation) is not { } watch) return;
        WatchWriter.Lock(session, command.Search.Id);
        session.QueueSqlCommand($"insert into {KeeperTable.Name} (search, keeper) values (?, ?) on conflict do nothing", command.Search.Id, command.Keeper);
        WatchWriter.Insert(session, watch, command.At);
    }
}
