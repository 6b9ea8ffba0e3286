using Marten;

namespace Souq.EventStore;

/// <summary>What a module keeps of another one's things, many of them at a time.</summary>
public static class Copies
{
    /// <summary>Stores documents in one statement, at the end of the session, as <c>Store</c> would one by one.</summary>
    /// <param name="documents">Of a type without optimistic concurrency.</param>
    public static Task StoreAll<T>(this IDocumentSession session, IEnumerable<T> documents, Func<T, Guid> id, CancellationToken cancellation) where T : notnull =>
        Write(session, documents, id, over: true, cancellation);

    /// <summary>The same for documents that are new; where one is there by now, the session fails and its message is tried again.</summary>
    public static Task InsertAll<T>(this IDocumentSession session, IEnumerable<T> documents, Func<T, Guid> id, CancellationToken cancellation) where T : notnull =>
        Write(session, documents, id, over: false, cancellation);

    private static async Task Write<T>(IDocumentSession session, IEnumerable<T> documents, Func<T, Guid> id, bool over, CancellationToken cancellation) where T : notnull
    {
        // PostgreSQL refuses to write a row twice in one statement; as with Store, the last one holds.
        var all = documents.GroupBy(id).Select(g => g.Last()).ToArray();
        if (all.Length == 0) return;
        await session.Database.EnsureStorageExistsAsync(typeof(T), cancellation);
        var (options, type) = (session.DocumentStore.Options, session.DocumentStore.Options.FindOrResolveDocumentType(typeof(T)));
        // Each is written as "column" = what it is of the document.
        var copied = type.DuplicatedFields.Select(f => f.UpdateSqlFragment().Split(" = ", 2)).ToArray();
        var columns = string.Concat(copied.Select(c => ", " + c[0]));
        var taken = $"data = excluded.data, mt_dotnet_type = excluded.mt_dotnet_type, mt_version = gen_random_uuid(), mt_last_modified = transaction_timestamp(){string.Concat(copied.Select(c => $", {c[0]} = excluded.{c[0]}"))}";
        session.QueueSqlCommand(
            $"""
            insert into {type.TableName.QualifiedName} (id, data, mt_dotnet_type{columns})
            select id, data, ?{string.Concat(copied.Select(c => ", " + c[1]))} from unnest(?::uuid[], ?::jsonb[]) d(id, data)
            {(over ? $"on conflict (id) do update set {taken}" : "")}
            """,
            typeof(T).FullName!, all.Select(id).ToArray(), all.Select(d => options.Serializer().ToJson(d)).ToArray());
    }

    /// <summary>Sets some fields of documents in one statement, at the end of the session; those that are not there stay away.</summary>
    /// <param name="fields">An object whose properties are called as the documents', none of them a duplicated one.</param>
    public static async Task SetAll<T>(this IDocumentSession session, IEnumerable<Guid> ids, object fields, CancellationToken cancellation) where T : notnull
    {
        await session.Database.EnsureStorageExistsAsync(typeof(T), cancellation);
        session.QueueSqlCommand(
            $"""
            update {session.DocumentStore.Options.FindOrResolveDocumentType(typeof(T)).TableName.QualifiedName}
            set data = data || ?::jsonb, mt_version = gen_random_uuid(), mt_last_modified = transaction_timestamp() where id = any(?::uuid[])
            """,
            session.DocumentStore.Options.Serializer().ToJson(fields), ids.ToArray());
    }

    /// <summary>
    /// Sets some fields of documents in one statement, at the end of the session. One that is not there, or was deleted meanwhile, stays away;
    /// one that knows something newer keeps it, whatever order the news come in; fields that are not named are left to whoever writes them.
    /// </summary>
    /// <param name="at">Name of the property that says how new what a document knows is; it is among the fields.</param>
    /// <param name="news">At most one for each document. <c>Fields</c> is an object whose properties are called as the document's.</param>
    public static async Task SetWhereNewer<T>(
        this IDocumentSession session, string at, IEnumerable<(Guid Id, object Fields)> news, CancellationToken cancellation)
        where T : notnull
    {
        var all = news.ToArray();
        if (all.Length == 0) return;
        await session.Database.EnsureStorageExistsAsync(typeof(T), cancellation);
        var table = session.DocumentStore.Options.FindOrResolveDocumentType(typeof(T)).TableName.QualifiedName;
        // Both are read from JSON: a moment that is sent as one loses its tenths of a microsecond and would be older than itself.
        var when = $"{char.ToLowerInvariant(at[0])}{at[1..]}";
        session.QueueSqlCommand(
            $"""
            update {table} d set data = d.data || news.fields, mt_version = gen_random_uuid(), mt_last_modified = transaction_timestamp()
            from unnest(?::uuid[], ?::jsonb[]) news(id, fields)
            where d.id = news.id and coalesce((d.data ->> '{when}')::timestamptz, '-infinity') <= (news.fields ->> '{when}')::timestamptz
            """,
            all.Select(n => n.Id).ToArray(), all.Select(n => session.DocumentStore.Options.Serializer().ToJson(n.Fields)).ToArray());
    }
}
