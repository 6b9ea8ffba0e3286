namespace Souq.LocalPostgres;

/// <summary>How a private cluster is started.</summary>
public sealed record LocalClusterOptions
{
    /// <summary>Speed instead of durability: what is in the cluster may be lost with the machine. For tests.</summary>
    public bool Fast { get; init; }

    /// <summary>Told about everything that takes a person's time.</summary>
    public Action<string>? Log { get; init; }
}

/// <summary>
/// A private PostgreSQL on loopback whose files are in a data folder. Several processes can use it at once; the last one to
/// leave stops it. A process that is killed leaves it running, and the next one finds it.
/// </summary>
public sealed class LocalCluster : IAsyncDisposable
{
    private readonly ClusterFolder _folder;
    private readonly LocalClusterOptions _options;
    private FileStream? _use;

    private LocalCluster(ClusterFolder folder, LocalClusterOptions options, FileStream use, int port, bool owned)
    {
        _folder = folder;
        _options = options;
        _use = use;
        Port = port;
        Owned = owned;
        ConnectionString = ConnectionStringTo("souq");
    }

    /// <summary>To the database <c>souq</c>, as a superuser of this cluster.</summary>
    public string ConnectionString { get; }

    public int Port { get; }

    /// <summary>True where this call started the server, false where it was already running.</summary>
    public bool Owned { get; }

    /// <summary>Makes the cluster on first use, starts it unless it runs already, and waits until it answers.</summary>
    /// <param name="dataFolder">Made if missing; the cluster lives in <c>postgres/</c> below it.</param>
    /// <exception cref="LocalPostgresException">No binaries, or the server does not start; the message says why.</exception>
    public static async Task<LocalCluster> StartAsync(
        string dataFolder, LocalClusterOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new LocalClusterOptions();
        var folder = new ClusterFolder(dataFolder);
        using var starting = await ClusterLock.ExclusiveAsync(folder.StartingLock, ClusterPrograms.Patience, cancellation);
        var use = await ClusterLock.SharedAsync(folder.UsersLock, ClusterPrograms.Patience, cancellation);
        var starter = new ClusterStarter(folder, options);
        try
        {
            var (port, owned) = await starter.EnsureRunningAsync(cancellation);
            var cluster = new LocalCluster(folder, options, use, port, owned);
            await ClusterDatabase.EnsureAsync(folder, port, cancellation);
            AppDomain.CurrentDomain.ProcessExit += cluster.StopAtExit;
            return cluster;
        }
        catch
        {
            await LeaveAsync(folder, starter, use);
            throw;
        }
    }

    /// <summary>Stops the server if a killed process left it running, and deletes the cluster.</summary>
    /// <returns>False where somebody uses it: nothing happened then.</returns>
    public static async Task<bool> TryRemoveAsync(string dataFolder)
    {
        var folder = new ClusterFolder(dataFolder);
        using var users = ClusterLock.TryExclusive(folder.UsersLock);
        if (users is null)
            return false;
        await new ClusterStarter(folder, new LocalClusterOptions()).StopAsync(abruptly: true);
        Directory.Delete(folder.Root, recursive: true);
        return true;
    }

    public string ConnectionStringTo(string database) => _folder.ConnectionString(Port, database);

    /// <summary>Lets go of the server, and stops it when nobody else uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _use, null) is not { } use)
            return;
        AppDomain.CurrentDomain.ProcessExit -= StopAtExit;
        using var stopping = await ClusterLock.ExclusiveAsync(_folder.StartingLock, ClusterPrograms.Patience, default);
        await LeaveAsync(_folder, new ClusterStarter(_folder, _options), use);
    }

    private static async Task LeaveAsync(ClusterFolder folder, ClusterStarter starter, FileStream use)
    {
        await use.DisposeAsync();
        using var alone = ClusterLock.TryExclusive(folder.UsersLock);
        if (alone is not null)
            await starter.StopAsync();
    }

    private void StopAtExit(object? sender, EventArgs e) => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
