using Alba;
using Marten.Events;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Souq.Accounts.Demo;
using Souq.Listings;
using Souq.LocalPostgres;
using Souq.TestSupport;
using Souq.Web.Commands;

namespace Souq.Benchmarks;

/// <summary>The whole program as it is wired to serve, on a PostgreSQL of its own that is as durable as one in production; without clock and demo adverts.</summary>
internal sealed class BenchMarket : IAsyncDisposable
{
    private readonly LocalCluster cluster;
    private readonly string folder;
    private readonly IAlbaHost host;

    private BenchMarket(LocalCluster cluster, string folder, IAlbaHost host) => (this.cluster, this.folder, this.host) = (cluster, folder, host);

    public string Connection => cluster.ConnectionString;

    public string Folder => folder;

    public string PostgresFolder { get; private init; } = "";

    private bool IsKept { get; init; }

    public CommandSender Commands => Service<CommandSender>();

    public static Guid Seller => DemoPeople.IdOf(DemoPeople.Merchant);

    public T Service<T>() where T : notnull => host.Services.GetRequiredService<T>();

    /// <param name="kept">A data folder that is there already, and stays.</param>
    /// <param name="settings">Beside the usual ones.</param>
    public static async Task<BenchMarket> Open(string? kept = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        var folder = kept ?? TemporaryFolders.New();
        var cluster = await LocalCluster.StartAsync(folder);
        var host = await AlbaHost.For<Program>(web =>
        {
            web.UseEnvironment("Development");
            web.UseSetting("ConnectionStrings:souq", cluster.ConnectionString);
            web.UseSetting("SOUQ_DATA", folder);
            web.UseSetting("Souq:Demo", "false");
            web.UseSetting("Souq:Clock", "false");
            web.UseSetting("Quotas:Store", "10000000");
            web.UseSetting("Logging:LogLevel:Default", "Error");
            foreach (var (key, value) in settings ?? new Dictionary<string, string>()) web.UseSetting(key, value);
        });
        var market = new BenchMarket(cluster, folder, host) { PostgresFolder = Path.Combine(folder, "postgres", "data"), IsKept = kept is not null };
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoPeople>().EnsureAsync();
        return market;
    }

    /// <summary>Rows of a query that answers with one number.</summary>
    public async Task<long> Count(string sql)
    {
        return Convert.ToInt64(await Scalar<object>(sql), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>What a query of one row and column answers.</summary>
    public async Task<T> Scalar<T>(string sql)
    {
        await using var command = Service<NpgsqlDataSource>().CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>As autovacuum has done in a market of some minutes.</summary>
    public async Task Analyze()
    {
        await using var analyze = Service<NpgsqlDataSource>().CreateCommand("analyze");
        await analyze.ExecuteNonQueryAsync();
    }

    /// <summary>Waits until every message is handled and every projection has come to the end.</summary>
    public async Task Settle()
    {
        await Until(async () => await Count("select count(*) from wolverine.wolverine_incoming_envelopes where status <> 'Handled'") == 0);
        await Service<IListingsStore>().WaitForNonStaleProjectionDataAsync(TimeSpan.FromMinutes(5));
    }

    public static async Task Until(Func<Task<bool>> condition)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await condition()) await pace.WaitForNextTickAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await cluster.DisposeAsync();
        if (!IsKept) await TemporaryFolders.DeleteAsync(folder);
    }
}
