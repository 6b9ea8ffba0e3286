using Npgsql;

namespace Souq.LocalPostgres;

/// <summary>Talks to the server of a folder.</summary>
internal static class ClusterDatabase
{
    /// <summary>False while the server comes up, goes down or is gone.</summary>
    public static async Task<bool> AnswersAsync(ClusterFolder folder, int port, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await OpenAsync(folder.ConnectionString(port, "postgres"), cancellation);
            return true;
        }
        catch (PostgresException refused) when (refused.SqlState != PostgresErrorCodes.CannotConnectNow)
        {
            throw new LocalPostgresException($"The server in {folder.Data} does not let us in: {refused.MessageText}", refused);
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    /// <summary>Makes the program's own database in a new cluster.</summary>
    public static async Task EnsureAsync(ClusterFolder folder, int port, CancellationToken cancellation)
    {
        try
        {
            await using var there = await OpenAsync(folder.ConnectionString(port, "souq"), cancellation);
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            await using var server = await OpenAsync(folder.ConnectionString(port, "postgres"), cancellation);
            await using var create = new NpgsqlCommand("CREATE DATABASE souq", server);
            await create.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString, CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }
}
