using Marten;
using Souq.Listings.Contracts;

namespace Souq.Listings.Watching;

public static class ReleaseSearchHandler
{
    /// <summary>With its last keeper the search is held against nothing any more.</summary>
    public static void Handle(ReleaseSearch command, IDocumentSession session)
    {
        KeepSearchHandler.Lock(session, command.SearchId);
        session.QueueSqlCommand($"delete from {KeeperTable.Name} where search = ? and keeper = ?", command.SearchId, command.Keeper);
        session.QueueSqlCommand(
            $"""
            update {WatchTable.Name} set released = true, fresh = false, changed = pg_current_xact_id()
            where id = ? and not exists (select from {KeeperTable.Name} where search = ?)
            """,
            command.SearchId, command.SearchId);
    }
}
