using Alba;
using Marten.Events;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Npgsql;
using Souq.Accounts.Demo;
using Souq.Listings;
using Souq.Listings.Watching;
using Souq.TestSupport;
using Souq.TestSupport.Browsing;
using Souq.Web.Commands;
using Wolverine.Tracking;

namespace Souq.Integration.Road;

/// <summary>
/// The whole program on a real database, with the five demo people and no adverts. One for all tests of the road: each works with adverts of
/// its own, and the clock only goes forward.
/// </summary>
public sealed class Market(TestCluster cluster) : IAsyncLifetime
{
    /// <summary>Milliseconds an act and all that follows from it may take.</summary>
    private const int Patience = 60_000;

    private readonly string folder = TemporaryFolders.New();

    public IAlbaHost Host { get; private set; } = null!;

    public FakeTimeProvider Clock { get; init; } = new(TimeProvider.System.GetUtcNow());

    public T Service<T>() where T : notnull => Host.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync() => Host = await Open(await Database(cluster), folder, Clock);

    /// <summary>A database with every schema and the demo people in it; made once a run.</summary>
    public static Task<string> Database(TestCluster cluster) => cluster.NewDatabaseAsync("market", async connection =>
    {
        var folder = TemporaryFolders.New();
        await using (var host = await Open(connection, folder, TimeProvider.System))
        {
            await using var scope = host.Services.CreateAsyncScope();
            await host.ExecuteAndWaitAsync(() => scope.ServiceProvider.GetRequiredService<DemoPeople>().EnsureAsync(), Patience);
        }

        NpgsqlConnection.ClearAllPools();
        await TemporaryFolders.DeleteAsync(folder);
    });

    /// <summary>What the program is told, in a test as in a process of its own.</summary>
    public static IReadOnlyDictionary<string, string> Settings(string connection, string folder) => new Dictionary<string, string>
    {
        ["ConnectionStrings:souq"] = connection,
        ["SOUQ_DATA"] = folder,
        ["Souq:Durability"] = "Solo",
        ["Souq:Demo"] = "false",
        ["Souq:Clock"] = "false",
        // What was just changed is looked at again at once.
        ["Souq:PageMemory"] = "false",
        // Rules are what a test writes.
        ["Souq:ShippedRules"] = "false",
        // All tests sell through the same few people.
        ["Quotas:Person"] = "1000",
        ["Quotas:Day"] = "1000",
        ["Logging:LogLevel:Default"] = "Critical",
        ["Logging:LogLevel:Souq"] = "Critical",
        // The test server has no limit on bodies and says so at every request.
        ["Logging:LogLevel:Microsoft.AspNetCore.Routing"] = "Error",
    };

    private static Task<IAlbaHost> Open(string connection, string folder, TimeProvider clock) => AlbaHost.For<Program>(web =>
    {
        web.UseEnvironment("Development");
        foreach (var (key, value) in Settings(connection, folder)) web.UseSetting(key, value);
        web.UseSetting("Souq:PublicUrl", "http://localhost");
        web.ConfigureServices(services => services.RemoveAll<TimeProvider>().AddSingleton(clock));
    });

    public Browser Browser() => new(Host.Server.CreateHandler());

    public Task<Browser> SignedInAs(string email) => Souq.TestSupport.Browsing.Browser.SignedInAs(Host.Server.CreateHandler(), email);

    /// <summary>Does something, and waits for every message and projection that follows from it.</summary>
    public async Task<T> Follow<T>(Func<Task<T>> act)
    {
        T result = default!;
        await Host.ExecuteAndWaitAsync(async () => result = await act(), Patience);
        await CatchUp();
        return result;
    }

    /// <summary>A message as the clock of the market sends it, with all that follows.</summary>
    public async Task Tick(object message)
    {
        await Host.SendMessageAndWaitAsync(message, timeoutInMilliseconds: Patience);
        await CatchUp();
    }

    /// <summary>Results are those of the newest events from here on.</summary>
    public async Task CatchUp()
    {
        await Waiting.Until(async () => await Unhandled() == 0);
        var store = Service<IListingsStore>();
        // Where no advert was ever written nothing will come.
        if ((await store.Advanced.FetchEventStoreStatistics()).EventCount > 0)
            await store.WaitForNonStaleProjectionDataAsync(TimeSpan.FromMilliseconds(Patience));
        await Service<Matcher>().CatchUp(CancellationToken.None);
        // What is told from the events (see TellPrices).
        await Waiting.Until(async () => await Unhandled() == 0);
    }

    private async Task<long> Unhandled()
    {
        await using var command = Service<NpgsqlDataSource>().CreateCommand("select count(*) from wolverine.wolverine_incoming_envelopes where status = 'Incoming'");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public Task<T> Ask<T>(object command) => Follow(() => Service<CommandSender>().Ask<T>(command));

    /// <summary>What came to an address, oldest first.</summary>
    public IReadOnlyList<MimeMessage> MailTo(string address) => Directory.Exists(Path.Combine(folder, "mail"))
        ? [.. Directory.GetFiles(Path.Combine(folder, "mail"), "*.eml").Order(StringComparer.Ordinal).Select(path => MimeMessage.Load(path))
            .Where(m => m.To.Mailboxes.Any(b => b.Address == address))]
        : [];

    public async ValueTask DisposeAsync()
    {
        if (Host is not null) await Host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

[CollectionDefinition(nameof(Market))]
public sealed class MarketCollection : ICollectionFixture<Market>;
