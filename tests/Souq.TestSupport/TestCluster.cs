using System.Collections.Concurrent;
using Npgsql;
using Souq.LocalPostgres;

namespace Souq.TestSupport;

/// <summary>
/// The PostgreSQL of a test run: started when a test first asks for a database, stopped and deleted at the end. An assembly
/// fixture. Test projects that run at the same time share one where SOUQ_TEST_DATA names a folder, as build/test does.
/// </summary>
public sealed class TestCluster : IAsyncDisposable
{
    private readonly Lazy<Task<LocalCluster>> _cluster;
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _prepared = new();
    private readonly List<LocalCluster> _revived = [];
    private readonly string? _shared;
    private readonly string _folder;

    public TestCluster() : this(Environment.GetEnvironmentVariable("SOUQ_TEST_DATA"))
    {
    }

    private TestCluster(string? shared)
    {
        _shared = shared;
        _folder = shared ?? TemporaryFolders.New();
        _cluster = new(StartAsync);
    }

    /// <summary>A server of one test's own, which it may kill.</summary>
    public static TestCluster Own() => new(shared: null);

    /// <summary>The server dies where it stands. What it had acknowledged is on the disk, or on its way there.</summary>
    public async Task KillAsync()
    {
        await _cluster.Value;
        using var server = System.Diagnostics.Process.GetProcessById(
            int.Parse((await File.ReadAllLinesAsync(Path.Combine(_folder, "postgres", "data", "postmaster.pid")))[0], System.Globalization.CultureInfo.InvariantCulture));
        server.Kill(entireProcessTree: true);
        await server.WaitForExitAsync();
    }

    /// <summary>The server that was killed comes back, at the same address.</summary>
    public async Task ReviveAsync() => _revived.Add(await LocalCluster.StartAsync(_folder, new LocalClusterOptions { Fast = true }));

    /// <returns>The connection string of an empty database that nobody else knows.</returns>
    public async Task<string> NewDatabaseAsync() => await CreateAsync("template1");

    /// <summary>A database in a known state, quickly: the state is prepared once a run and copied from then on.</summary>
    /// <param name="state">Names the state.</param>
    /// <param name="prepare">Brings the database of the connection string it is given into that state, and lets go of it.</param>
    /// <returns>The connection string of a copy that nobody else knows.</returns>
    public async Task<string> NewDatabaseAsync(string state, Func<string, Task> prepare)
    {
        var template = _prepared.GetOrAdd(state, _ => new(() => PrepareAsync(prepare)));
        return await CreateAsync(await template.Value);
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster.IsValueCreated)
        {
            NpgsqlConnection.ClearAllPools();
            foreach (var revived in _revived) await revived.DisposeAsync();
            await (await _cluster.Value).DisposeAsync();
        }

        if (_shared is null)
            await TemporaryFolders.DeleteAsync(_folder);
    }

    private async Task<LocalCluster> StartAsync()
    {
        await TemporaryFolders.SweepAsync();
        return await LocalCluster.StartAsync(_folder, new LocalClusterOptions { Fast = true });
    }

    private async Task<string> PrepareAsync(Func<string, Task> prepare)
    {
        var connectionString = await CreateAsync("template1");
        await prepare(connectionString);
        NpgsqlConnection.ClearAllPools();
        return new NpgsqlConnectionStringBuilder(connectionString).Database!;
    }

    private async Task<string> CreateAsync(string template)
    {
        var cluster = await _cluster.Value;
        var name = $"test_{Guid.NewGuid():N}";
        await using var server = new NpgsqlConnection(cluster.ConnectionString);
        await server.OpenAsync();
        await using var create = server.CreateCommand();
        create.CommandText = $"CREATE DATABASE {name} TEMPLATE {template}";
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(cluster.ConnectionStringTo(name)) { IncludeErrorDetail = true }.ConnectionString;
    }
}
