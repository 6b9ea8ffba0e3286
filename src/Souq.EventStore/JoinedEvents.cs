using Npgsql;

namespace Souq.EventStore;

/// <summary>
/// Markets begun by an early version keep their events in two tables, one of them for archived streams, which nobody ever archived; each append
/// paid for both. Here they become one, before Marten looks at them (build/adr/0015).
/// </summary>
public static class JoinedEvents
{
    // What is there becomes the table itself; nothing is copied but what was archived.
    private const string Join = """
        lock table mt_streams, mt_events in access exclusive mode;
        alter sequence mt_events_sequence owned by none;
        alter table mt_events drop constraint fkey_mt_events_stream_id_is_archived cascade;
        alter table mt_events detach partition mt_events_default;
        alter table mt_streams detach partition mt_streams_default;
        insert into mt_streams_default select * from mt_streams_archived;
        insert into mt_events_default select * from mt_events_archived;
        drop table mt_events;
        drop table mt_streams;

        alter table mt_streams_default rename to mt_streams;
        alter table mt_streams drop constraint mt_streams_default_pkey;
        alter table mt_streams add constraint pkey_mt_streams_id primary key (id);

        alter table mt_events_default rename to mt_events;
        alter table mt_events drop constraint mt_events_default_pkey;
        alter table mt_events add constraint pkey_mt_events_seq_id primary key (seq_id);
        drop index mt_events_default_stream_id_version_is_archived_idx;
        create unique index pk_mt_events_stream_and_version on mt_events (stream_id, version);
        alter table mt_events add constraint fkey_mt_events_stream_id foreign key (stream_id) references mt_streams (id) on delete cascade;
        alter sequence mt_events_sequence owned by mt_events.seq_id;
        """;

    /// <summary>All or nothing; does nothing where they are joined.</summary>
    /// <param name="schemas">Of the modules: others may live in this database too.</param>
    public static async Task Make(string connectionString, IEnumerable<string> schemas)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var schema in await InTwo(connection, [.. schemas]))
        {
            await using var join = new NpgsqlCommand($"set local search_path to \"{schema}\", pg_catalog;\n{Join}", connection) { CommandTimeout = 0 };
            await join.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    private static async Task<IReadOnlyList<string>> InTwo(NpgsqlConnection connection, string[] schemas)
    {
        await using var ask = new NpgsqlCommand(
            """
            select coalesce(array_agg(n.nspname::text), '{}') from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relname = 'mt_streams' and c.relkind = 'p' and n.nspname = any($1)
            """, connection)
        { Parameters = { new() { Value = schemas } } };
        return (string[])(await ask.ExecuteScalarAsync())!;
    }
}
