using Marten;

namespace Souq.EventStore;

/// <summary>What a module keeps of another one's things, many of them at a time.</summary>
public static class Copies
{
    /// <summary>
    /// Sets some fields of documents in one statement, at the end of the session. One that is not there, or was deleted meanwhile, stays away;
    /// one that knows something newer keeps it, whatever order the news come in; fields that are not named are left to whoever writes them.
    /// </summary>
    /// <param name="at">Name of the property that says how new what a document knows is; it is among the fields.</param>
    /// <param name="news">At most one for each document. <c>Fields</c> is an object whose properties are called as the document's.</param>
    public static async Task SetWhereNewer<T>(
        this IDocumentSession session, string at, IEnumerable<(Guid Id, DateTimeOffset At, object Fields)> news, CancellationToken cancellation)
        where T : notnull
    {
        var all = news.ToArray();
        if (all.Length == 0) return;
        await session.Database.EnsureStorageExistsAsync(typeof(T), cancellation);
        var table = session.DocumentStore.Options.FindOrResolveDocumentType(typeof(T)).TableName.QualifiedName;
        session.QueueSqlCommand(
            $"""
            update {table} d set data = d.data || news.fields, mt_last_modified = transaction_timestamp()
            from unnest(?::uuid[], ?::timestamptz[], ?::jsonb[]) news(id, at, fields)
            where d.id = news.id and coalesce((d.data ->> '{char.ToLowerInvariant(at[0])}{at[1..]}')::timestamptz, '-infinity') < news.at
            """,
            all.Select(n => n.Id).ToArray(), all.Select(n => n.At.ToUniversalTime()).ToArray(),
            all.Select(n => session.DocumentStore.Options.Serializer().ToJson(n.Fields)).ToArray());
    }
}
