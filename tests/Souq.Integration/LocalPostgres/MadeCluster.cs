using Npgsql;
using Souq.LocalPostgres;
using Souq.TestSupport;

namespace Souq.Integration.LocalPostgres;

/// <summary>A cluster that was made and stopped again, with a table <c>notes</c>.</summary>
public sealed class MadeCluster : IAsyncLifetime
{
    public string Folder { get; } = TemporaryFolders.New();

    public async ValueTask InitializeAsync()
    {
        await using var cluster = await StartAsync();
        await ExecuteAsync(cluster, "CREATE TABLE notes (text text)");
    }

    public ValueTask DisposeAsync() => new(TemporaryFolders.DeleteAsync(Folder));

    public Task<LocalCluster> StartAsync() => LocalCluster.StartAsync(Folder, new LocalClusterOptions { Fast = true });

    public static async Task<object?> ExecuteAsync(LocalCluster cluster, string sql)
    {
        await using var connection = new NpgsqlConnection($"{cluster.ConnectionString};Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
