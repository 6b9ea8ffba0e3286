using System.Net;
using System.Net.Sockets;
using Marten;
using Marten.Events;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using MimeKit;
using Npgsql;
using Souq.Accounts.Demo;
using Souq.Listings;
using Souq.Moderation;
using Souq.Moderation.Letters.Gathering;
using Souq.Moderation.Queue;
using Souq.Moderation.Undoing;
using Souq.TestSupport;
using Wolverine;

namespace Souq.Browser;

/// <summary>The whole market on a real server and database, a Chromium to walk through it, and a clock that can be put forward.</summary>
public sealed class OpenMarket(TestCluster cluster) : IAsyncLifetime
{
    private readonly string folder = TemporaryFolders.New();
    private WebApplication app = null!;
    private readonly List<(string Test, IBrowserContext Device)> devices = [];
    private IPlaywright playwright = null!;

    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public IBrowser Chromium { get; private set; } = null!;

    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Address = $"http://127.0.0.1:{FreePort()}";
        var connection = await cluster.NewDatabaseAsync();
        var builder = Host.Market.Builder(
            ["--environment=Development", "--applicationName=Souq.Host", $"--urls={Address}", $"--SOUQ_DATA={folder}",
             "--Souq:Demo=false", "--Souq:PageMemory=false", "--Souq:Clock=false", "--Souq:Durability=Solo",
             // All tests sell through the same few people.
             "--Quotas:Day=1000"]);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        Host.Market.AddServices(builder, connection);
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        app = builder.Build();
        Host.Market.Use(app);
        await app.StartAsync();
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoPeople>().EnsureAsync();
        playwright = await Playwright.CreateAsync();
        Chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = TestSupport.Chromium.Find(),
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>Somebody with a device of his own, for as long as the test takes.</summary>
    public async Task<Visitor> Visitor(string language = "", int width = 390, bool scripts = true)
    {
        var test = TestContext.Current.Test!.UniqueID;
        // What stays open goes on drawing and asking, and makes every later test slower.
        foreach (var (_, left) in devices.Where(d => d.Test != test)) await left.CloseAsync();
        devices.RemoveAll(d => d.Test != test);
        var context = await Chromium.NewContextAsync(new()
        {
            BaseURL = Address,
            ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 },
            JavaScriptEnabled = scripts,
            ReducedMotion = ReducedMotion.Reduce,
            // A person's browser: one that calls itself headless is a robot to this market, and nothing it sees is kept.
            UserAgent = $"Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{Chromium.Version.Split('.')[0]}.0.0.0 Mobile Safari/537.36",
        });
        devices.Add((test, context));
        context.SetDefaultTimeout(20_000);
        return new Visitor(await context.NewPageAsync(), language);
    }

    public T Service<T>() where T : notnull => app.Services.GetRequiredService<T>();

    /// <returns>The address of somebody who sells nothing in other tests.</returns>
    public async Task<string> AnotherSeller()
    {
        await using var scope = app.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<DemoPeople>().EnsureSellersAsync(1)).Single().Email;
    }

    /// <summary>Sends the message that a tick of the clock sends, and does not come back before it is handled.</summary>
    public async Task Tick(object message)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMessageBus>().InvokeAsync(message);
    }

    /// <summary>The time to take decisions back passes, and they take effect.</summary>
    public async Task Settle()
    {
        Clock.Advance(Intent.Window);
        await Tick(new CarryOutDueDecisions(Clock.GetUtcNow()));
        await Waiting.Until(async () => await Unhandled() == 0);
        // A letter that says no waits for others like it.
        Clock.Advance(TellRefusalHandler.Window);
        await Tick(new PostDueRefusals(Clock.GetUtcNow()));
    }

    private async Task<long> Unhandled()
    {
        await using var command = Service<NpgsqlDataSource>().CreateCommand("select count(*) from wolverine.wolverine_incoming_envelopes where status = 'Incoming'");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Until everything published so far can be found.</summary>
    public async Task CatchUp() =>
        await app.Services.GetRequiredService<IListingsStore>().WaitForNonStaleProjectionDataAsync(TimeSpan.FromSeconds(30));

    /// <summary>Until an advert that was sent waits for a moderator: its sender is answered before.</summary>
    public Task Queued(long number) => Waiting.Until(async () =>
    {
        await using var session = Service<IModerationStore>().QuerySession();
        return await session.Query<QueueItem>().AnyAsync(i => i.Number == number);
    });

    /// <summary>The first letter to an address that has these words in its text.</summary>
    public async Task<MimeMessage> Letter(string address, string words)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var mail = Directory.CreateDirectory(Path.Combine(folder, "mail")).FullName;
        using var arrived = new SemaphoreSlim(0);
        using var watcher = new FileSystemWatcher(mail) { EnableRaisingEvents = true };
        watcher.Created += (_, _) => arrived.Release();
        watcher.Renamed += (_, _) => arrived.Release();
        var seen = new SortedDictionary<string, string>(StringComparer.Ordinal);
        while (true)
        {
            foreach (var file in Directory.GetFiles(mail, "*.eml"))
            {
                var letter = await MimeMessage.LoadAsync(file, patience.Token);
                seen[file] = $"{letter.To} | {letter.Subject}";
                if (letter.To.Mailboxes.Any(m => m.Address == address) && (letter.TextBody + letter.Subject).Contains(words)) return letter;
            }

            if (!await arrived.WaitAsync(TimeSpan.FromSeconds(30)))
                throw new TimeoutException($"No letter to {address} with «{words}»; there are:\n{string.Join('\n', seen.Values)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.CloseAsync();
        playwright.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

[CollectionDefinition]
public sealed class OpenMarketCollection : ICollectionFixture<OpenMarket>;
