using Marten;

namespace Souq.Listings.Watching;

/// <summary>Writes searches where adverts are held against them.</summary>
internal static class WatchWriter
{
    private const string Columns = "words, tags, low, high, communes, ranges, stores, days, reduced, catalog";

    private const string Values = "?::tsquery, ?::tsquery, ?::bigint, ?::bigint, ?::integer[], ?::jsonb, ?::boolean, ?::integer, ?, ?";

    /// <summary>Who takes a search up and who lets it go at the same moment come one after the other.</summary>
    public static void Lock(IDocumentOperations session, Guid search) =>
        session.QueueSqlCommand("select pg_advisory_xact_lock(hashtextextended(?, 7311))", search.ToString("n"));

    /// <param name="at">What came to the market from then on has still to be held against it.</param>
    public static void Insert(IDocumentOperations session, Watch watch, DateTimeOffset at)
    {
        session.QueueSqlCommand(
            $"insert into {WatchTable.Name} (id, query, kept_at, fresh, {Columns}) values (?, ?, ?, true, {Values}) on conflict do nothing",
            [watch.Search.Id, watch.Search.Query, at.ToUniversalTime(), .. Of(watch)]);
        File(session, watch);
    }

    /// <summary>The same search as the catalog of today reads it.</summary>
    public static void Update(IDocumentOperations session, Watch watch)
    {
        session.QueueSqlCommand($"update {WatchTable.Name} set ({Columns}) = row({Values}) where id = ?", [.. Of(watch), watch.Search.Id]);
        session.QueueSqlCommand($"delete from {WatchKeyTable.Name} where search = ?", watch.Search.Id);
        File(session, watch);
    }

    private static void File(IDocumentOperations session, Watch watch) => session.QueueSqlCommand(
        $"""
        insert into {WatchKeyTable.Name} (key, search) select distinct hashtextextended(k.term, k.area), ?::uuid from unnest(?::text[], ?::int[]) k(term, area)
        on conflict do nothing
        """,
        watch.Search.Id, watch.Keys.Select(k => k.Term).ToArray(), watch.Keys.Select(k => k.Area).ToArray());

    private static object[] Of(Watch w) =>
        [w.Words!, w.Tags!, w.Low!, w.High!, w.Communes!, w.Ranges!, w.Stores!, w.Days!, w.Reduced, w.Catalog];
}
