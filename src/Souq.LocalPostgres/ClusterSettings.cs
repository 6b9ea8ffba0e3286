namespace Souq.LocalPostgres;

/// <summary>postgresql.conf, written anew before every start; what an operator sets with ALTER SYSTEM still wins.</summary>
internal static class ClusterSettings
{
    /// <summary>How whole pages are packed before they go into the log, the cheapest for the processor first.</summary>
    public static readonly IReadOnlyList<string> Compressions = [Lz4, "on"];

    private const string Lz4 = "lz4";

    public static string For(int port, bool fast, string compression) => $"""
        # Written by Souq.LocalPostgres before every start. Use ALTER SYSTEM for changes of your own.
        listen_addresses = '127.0.0.1'
        port = {port}
        unix_socket_directories = ''
        password_encryption = scram-sha-256
        max_connections = {(fast ? 500 : 200)}

        shared_buffers = {(fast ? 256 : Share(8, 256, 4096))}MB
        effective_cache_size = {(fast ? 1024 : Share(2, 1024, 65536))}MB
        work_mem = 16MB
        maintenance_work_mem = 128MB
        huge_pages = off
        random_page_cost = 1.1
        jit = off
        max_wal_size = 2GB
        # After each checkpoint every page is logged as a whole once more.
        checkpoint_timeout = 15min
        wal_compression = {compression}
        default_toast_compression = {(compression == Lz4 ? Lz4 : "pglz")}

        timezone = 'UTC'
        log_timezone = 'UTC'
        datestyle = 'iso, ymd'
        lc_messages = 'C'
        default_text_search_config = 'pg_catalog.simple'

        # People's words and addresses stay out of the log: no statements, no parameters, no row values.
        log_line_prefix = '%m [%p] '
        log_min_error_statement = panic
        log_error_verbosity = terse
        log_checkpoints = off

        {(fast ? Fast : "fsync = on")}
        """;

    /// <summary>A part of the machine's memory, in MB: the program and the system's own cache need the rest.</summary>
    private static long Share(int parts, long least, long most) => Math.Clamp((GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20) / parts, least, most);

    // For tests: nothing has to survive the machine.
    private const string Fast = """
        fsync = off
        full_page_writes = off
        wal_level = minimal
        max_wal_senders = 0
        autovacuum_naptime = 5min
        """;
}
