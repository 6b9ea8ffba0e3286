using Npgsql;

namespace Souq.LocalPostgres;

internal static class ClusterDatabase
{
    /// <summary>Makes the program's own database in a new cluster; also proves that the server lets us in.</summary>
    public static async Task EnsureAsync(string wanted, string existing, CancellationToken cancellation)
    {
        try
        {
            await using var there = new NpgsqlConnection(Unpooled(wanted));
            await there.OpenAsync(cancellation);
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            await using var server = new NpgsqlConnection(Unpooled(existing));
            await server.OpenAsync(cancellation);
            await using var create = new NpgsqlCommand("CREATE DATABASE souq", server);
            await create.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static string Unpooled(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
}
