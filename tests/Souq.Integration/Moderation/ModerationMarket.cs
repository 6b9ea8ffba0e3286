using Alba;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Souq.Accounts.Demo;
using Souq.Integration.Road;
using Souq.Moderation;
using Souq.Moderation.Dashboard;
using Souq.Moderation.Staff;
using Souq.TestSupport;
using Souq.Web.Security;
using Wolverine;

namespace Souq.Integration.Moderation;

/// <summary>Moderation with real people, real letters and a real database; the adverts are facts that a test makes up.</summary>
public sealed class ModerationMarket(TestCluster cluster) : IAsyncLifetime
{
    private readonly string folder = TemporaryFolders.New();

    public IAlbaHost Host { get; private set; } = null!;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public IModerationStore Store => Host.Services.GetRequiredService<IModerationStore>();

    public string Mailbox => Path.Combine(folder, "mail");

    public async ValueTask InitializeAsync()
    {
        var connection = await Market.Database(cluster);
        Host = await AlbaHost.For<Program>(web =>
        {
            web.UseEnvironment("Development");
            foreach (var (key, value) in Market.Settings(connection, folder)) web.UseSetting(key, value);
            web.UseSetting("Souq:PublicUrl", "https://souq.example");
            web.ConfigureServices(services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
                services.AddSingleton<DecisionProbe>();
                services.ConfigureWolverine(options => options.Discovery.IncludeType(typeof(DecisionListener)));
            });
        });
        await using var scope = Host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoPeople>().EnsureAsync();
        await scope.ServiceProvider.GetRequiredService<DemoPeople>().EnsureSellersAsync(4);
    }

    /// <summary>No case, no letter.</summary>
    public async Task Empty()
    {
        Host.Services.GetRequiredService<DecisionProbe>().Decided.Clear();
        await Store.Advanced.Clean.DeleteAllEventDataAsync();
        await Store.Advanced.Clean.DeleteAllDocumentsAsync();
        await using (var command = Host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand($"truncate {RulingsTable.Name}, {OpeningsTable.Name}")) await command.ExecuteNonQueryAsync();
        // A case about the same subject is the same case, and its letters have the same keys: the post has to forget them too.
        await using (var command = Host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("delete from mail.letters")) await command.ExecuteNonQueryAsync();
        await using (var session = Store.LightweightSession())
        {
            session.Store(new Colleague { Id = ModerationSteps.Leila, Roles = [Principal.Admin] }, new Colleague { Id = ModerationSteps.Karim, Roles = [Principal.Moderator] });
            await session.SaveChangesAsync();
        }

        if (Directory.Exists(Mailbox)) Directory.Delete(Mailbox, recursive: true);
    }

    public async ValueTask DisposeAsync()
    {
        if (Host is not null) await Host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

[CollectionDefinition(nameof(ModerationMarket))]
public sealed class ModerationMarketCollection : ICollectionFixture<ModerationMarket>;
