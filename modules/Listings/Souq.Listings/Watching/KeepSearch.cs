using Marten;
using Souq.Listings.Contracts;

namespace Souq.Listings.Watching;

public static class KeepSearchHandler
{
    /// <summary>A search that somebody keeps already only has one more keeper.</summary>
    public static void Handle(KeepSearch command, IDocumentSession session)
    {
        Lock(session, command.Search.Id);
        session.QueueSqlCommand($"insert into {KeeperTable.Name} (search, keeper) values (?, ?) on conflict do nothing", command.Search.Id, command.Keeper);
        session.QueueSqlCommand(
            $"""
            insert into {WatchTable.Name} as known (id, query, kept_at, fresh, released, changed) values (?, ?, ?, true, false, pg_current_xact_id())
            on conflict (id) do update set kept_at = excluded.kept_at, fresh = true, released = false, changed = excluded.changed where known.released
            """,
            command.Search.Id, command.Search.Query, command.At.ToUniversalTime());
    }

    /// <summary>Who takes a search up and who lets it go at the same moment come one after the other.</summary>
    internal static void Lock(IDocumentOperations session, Guid search) =>
        session.QueueSqlCommand("select pg_advisory_xact_lock(hashtextextended(?, 7311))", search.ToString("n"));
}
