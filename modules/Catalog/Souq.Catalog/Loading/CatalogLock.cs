using Npgsql;

namespace Souq.Catalog.Loading;

/// <summary>
/// The catalog is one thing: who changes any part of it waits for whoever is changing another, on whichever node, so that no two changes that
/// are right by themselves are wrong together (the same slug twice, two sections each above the other).
/// </summary>
internal static class CatalogLock
{
    private const long Key = 0x536F75714361740A;

    /// <summary>Waits for its turn, which lasts until it is disposed.</summary>
    public static async Task<IAsyncDisposable> Take(NpgsqlDataSource dataSource, CancellationToken cancellation)
    {
        var connection = await dataSource.OpenConnectionAsync(cancellation);
        try
        {
            // The lock lives as long as this transaction, which does nothing else.
            await connection.BeginTransactionAsync(cancellation);
            await using var command = new NpgsqlCommand("select pg_advisory_xact_lock(@key)", connection);
            command.Parameters.AddWithValue("key", Key);
            await command.ExecuteNonQueryAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
