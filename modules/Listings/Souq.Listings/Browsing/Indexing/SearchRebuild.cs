using System.Globalization;
using System.Text;
using Marten;
using Marten.Events;
using Npgsql;
using Souq.Catalog.Contracts;

namespace Souq.Listings.Browsing.Indexing;

/// <param name="Events">Read so far.</param>
/// <param name="Of">Written so far, as known at the beginning.</param>
public sealed record RebuildProgress(long Events, long Of);

/// <summary>
/// Builds the search table anew from the events, beside the one that answers, and puts it in its place in one transaction: searches are answered
/// all the while, and what happens meanwhile is in it (build/adr/0012).
/// </summary>
public sealed class SearchRebuild(IListingsStore store, NpgsqlDataSource source, ICatalog catalog)
{
    private const string Next = SearchTable.Name + "_next";
    private const int Chunk = 5_000;
    private static readonly Type[] Kinds = [.. SearchRows.EventTypes];

    /// <summary>One rebuild at a time in the whole market.</summary>
    private const long Turn = 7_310_042;

    /// <returns>Rows of the new table; <c>null</c> when another rebuild is under way.</returns>
    public async Task<long?> Run(IProgress<RebuildProgress>? progress = null, CancellationToken cancellation = default)
    {
        await using var turn = await source.OpenConnectionAsync(cancellation);
        if (!(bool)(await Scalar(turn, $"select pg_try_advisory_lock({Turn})", cancellation))!) return null;
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellation);
            await Execute(connection, $"""
                set synchronous_commit = off; set maintenance_work_mem = '64MB'; drop table if exists {Next};
                create table {Next} (like {SearchTable.Name} including defaults including constraints, primary key (id))
                """, cancellation);
            var at = await Follow(connection, 0, progress, cancellation);
            foreach (var index in await Indexes(connection, cancellation)) await Execute(connection, index.Create, cancellation);
            await Execute(connection, $"analyze {Next}", cancellation);
            at = await Follow(connection, at, progress, cancellation);
            return await Switch(connection, at, cancellation);
        }
        finally
        {
            await Execute(turn, $"select pg_advisory_unlock({Turn})", CancellationToken.None);
        }
    }

    /// <summary>What happened since, up to what the projection of the old table has reached.</summary>
    private async Task<long> Follow(NpgsqlConnection connection, long from, IProgress<RebuildProgress>? progress, CancellationToken cancellation)
    {
        for (var to = await Reached(connection, cancellation); from < to; to = await Reached(connection, cancellation))
        {
            // The next chunk is read and its rows are made while this one is written.
            for (var next = Read(from, to, cancellation); from < to; progress?.Report(new RebuildProgress(from, to)))
            {
                var part = await next;
                from = part.To;
                next = Read(from, to, cancellation);
                await Write(connection, part, cancellation);
            }
        }

        return from;
    }

    /// <summary>The projection waits at the lock; what it had written by then is read to the end, and the tables change names.</summary>
    private async Task<long> Switch(NpgsqlConnection connection, long at, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await Execute(connection, $"lock table {SearchTable.Name} in exclusive mode", cancellation);
        for (var to = await Reached(connection, cancellation); at < to;)
        {
            var part = await Read(at, to, cancellation);
            at = part.To;
            await Write(connection, part, cancellation);
        }

        var indexes = await Indexes(connection, cancellation);
        var key = await Key(connection, cancellation);
        await Execute(connection, $"drop table {SearchTable.Name}; alter table {Next} rename to search; alter index listings.search_next_pkey rename to {key}", cancellation);
        foreach (var (_, temporary, final) in indexes) await Execute(connection, $"alter index listings.{temporary} rename to {final}", cancellation);
        var rows = (long)(await Scalar(connection, $"select count(*) from {SearchTable.Name}", cancellation))!;
        await transaction.CommitAsync(cancellation);
        return rows;
    }

    /// <summary>What the first chunk of what lies between does to the table.</summary>
    private async Task<Part> Read(long from, long to, CancellationToken cancellation)
    {
        var end = Math.Min(from + Chunk, to);
        if (end <= from) return new Part(end, new CopyRows(), []);
        await using var session = store.QuerySession();
        var events = await session.Events.QueryAllRawEvents().Where(e => e.Sequence > from && e.Sequence <= end && e.EventTypesAre(Kinds))
            .OrderBy(e => e.Sequence).ToListAsync(cancellation);
        var (snapshot, rows) = (catalog.Current, new CopyRows());
        // Nothing about an advert is older than its first appearance, so that all of these can go first.
        var firsts = events.ToLookup(e => e.Data is Published { First: true });
        foreach (var first in firsts[true]) SearchRow.Of(first.StreamId, (Published)first.Data, snapshot).Copy(rows);
        return new Part(end, rows, [.. new SearchRows(catalog, Next).Of(firsts[false])]);
    }

    private static async Task Write(NpgsqlConnection connection, Part part, CancellationToken cancellation)
    {
        await SearchCopy.Write(connection, Next, part.Firsts, cancellation);
        foreach (var changes in part.Changes.Chunk(500))
        {
            await using var batch = new NpgsqlBatch(connection);
            foreach (var change in changes) batch.BatchCommands.Add(Command(change));
            await batch.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <param name="To">The last event it knows.</param>
    /// <param name="Firsts">New rows.</param>
    private sealed record Part(long To, CopyRows Firsts, IReadOnlyList<RowChange> Changes);

    /// <summary>With numbered parameters in place of the question marks.</summary>
    private static NpgsqlBatchCommand Command(RowChange change)
    {
        var (sql, number) = (new StringBuilder(), 0);
        foreach (var c in change.Sql)
            if (c == '?') sql.Append(CultureInfo.InvariantCulture, $"${++number}");
            else sql.Append(c);
        var command = new NpgsqlBatchCommand(sql.ToString());
        foreach (var value in change.Values) command.Parameters.Add(new NpgsqlParameter { Value = value switch { null => DBNull.Value, DateTimeOffset at => at.ToUniversalTime(), _ => value } });
        return command;
    }

    private static async Task<long> Reached(NpgsqlConnection connection, CancellationToken cancellation) =>
        (long?)await Scalar(connection, "select last_seq_id from listings.mt_event_progression where name = 'search:All'", cancellation) ?? 0;

    /// <summary>Name of the primary key of the table.</summary>
    private static async Task<string> Key(NpgsqlConnection connection, CancellationToken cancellation) => (string)(await Scalar(
        connection, $"select conname::text from pg_constraint where conrelid = '{SearchTable.Name}'::regclass and contype = 'p'", cancellation))!;

    /// <summary>The indexes of the table, for the new one.</summary>
    private static async Task<IReadOnlyList<(string Create, string Temporary, string Final)>> Indexes(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"select indexname, indexdef from pg_indexes where schemaname = 'listings' and tablename = 'search' and indexdef not like 'CREATE UNIQUE%' order by 1", connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var indexes = new List<(string, string, string)>();
        while (await row.ReadAsync(cancellation))
        {
            var (name, definition) = (row.GetString(0), row.GetString(1));
            var temporary = "next_" + name;
            indexes.Add((definition.Replace($"INDEX {name} ON {SearchTable.Name} ", $"INDEX {temporary} ON {Next} ", StringComparison.Ordinal), temporary, name));
        }

        return indexes;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<object?> Scalar(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return await command.ExecuteScalarAsync(cancellation) is { } value and not DBNull ? value : null;
    }
}
