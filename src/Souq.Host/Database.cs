using Souq.LocalPostgres;

namespace Souq.Host;

/// <summary>
/// Where the market keeps everything: the server of <c>ConnectionStrings:souq</c>, else a private cluster in the data folder that lives
/// as long as somebody uses it. In Production there is no such default.
/// </summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly LocalCluster? cluster;

    private Database(string connectionString, LocalCluster? cluster) => (ConnectionString, this.cluster) = (connectionString, cluster);

    public string ConnectionString { get; }

    /// <exception cref="LocalPostgresException">There is no database to use; the message says what to do.</exception>
    public static async Task<Database> Open(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration.GetConnectionString("souq") is { Length: > 0 } configured) return new Database(configured, null);
        if (environment.IsProduction())
            throw new LocalPostgresException(
                "In Production the database must be named: set ConnectionStrings__souq, such as "
                + "\"Host=db;Database=souq;Username=souq;Password=…\". The private cluster is for development only.");
        var cluster = await LocalCluster.StartAsync(DataFolder.Of(configuration), new LocalClusterOptions { Log = Console.Error.WriteLine });
        return new Database(cluster.ConnectionString, cluster);
    }

    public ValueTask DisposeAsync() => cluster?.DisposeAsync() ?? ValueTask.CompletedTask;
}
