using Marten;
using Souq.Listings.Contracts;

namespace Souq.Listings.Watching;

public static class ReleaseSearchHandler
{
    /// <summary>With its last keeper the search goes, and what it found.</summary>
    public static void Handle(ReleaseSearch command, IDocumentSession session)
    {
        WatchWriter.Lock(session, command.SearchId);
        session.QueueSqlCommand($"delete from {KeeperTable.Name} where search = ? and keeper = ?", command.SearchId, command.Keeper);
        foreach (var column in new[] { $"{WatchTable.Name} where id", $"{WatchKeyTable.Name} where search", $"{FindTable.Name} where search" })
            session.QueueSqlCommand($"delete from {column} = ? and not exists (select from {KeeperTable.Name} where search = ?)", command.SearchId, command.SearchId);
    }
}
