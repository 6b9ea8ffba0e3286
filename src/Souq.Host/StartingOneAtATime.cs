using Npgsql;

namespace Souq.Host;

/// <summary>
/// Nodes of one database start one after the other: making schemas, loading sections and seeding are not for two at once. The lock belongs
/// to a session of its own, so that a node which dies while starting lets go of it.
/// </summary>
internal sealed class StartingOneAtATime : IDisposable
{
    private const long Key = 0x536F7571;
    private readonly NpgsqlConnection session;

    private StartingOneAtATime(NpgsqlConnection session) => this.session = session;

    /// <summary>Waits for its turn, which lasts until it is disposed.</summary>
    public static async Task<StartingOneAtATime> Take(string connectionString)
    {
        // Not from the pool: closing it ends the session and with it the lock.
        var session = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await session.OpenAsync();
        await using var take = new NpgsqlCommand($"select pg_advisory_lock({Key})", session) { CommandTimeout = 300 };
        await take.ExecuteNonQueryAsync();
        return new StartingOneAtATime(session);
    }

    public void Dispose() => session.Dispose();
}
