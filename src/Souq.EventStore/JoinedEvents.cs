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
        do $$
        declare module text;
        begin
          for module in select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relname = 'mt_streams' and c.relkind = 'p' loop
            execute format('set local search_path to %I, pg_catalog', module);
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
          end loop;
        end $$
        """;

    /// <summary>Of every module; does nothing where they are joined. All or nothing.</summary>
    public static async Task Make(string connectionString)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var join = new NpgsqlCommand(Join, connection) { CommandTimeout = 0 };
        await join.ExecuteNonQueryAsync();
    }
}
