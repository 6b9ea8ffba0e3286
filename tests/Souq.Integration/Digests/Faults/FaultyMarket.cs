using System.Globalization;
using Alba;
using Hangfire;
using Hangfire.PostgreSql;
using Marten.Events;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Npgsql;
using Souq.Accounts.Demo;
using Souq.Digests;
using Souq.Digests.Subscribing;
using Souq.Integration.Road;
using Souq.Kernel;
using Souq.Listings;
using Souq.Listings.Contracts;
using Souq.Listings.Importing;
using Souq.Listings.Watching;
using Souq.TestSupport;
using Souq.Web.Commands;
using Wolverine.Tracking;

namespace Souq.Integration.Digests.Faults;

/// <summary>
/// A market whose subscribers are all due, served by processes that die. What arrives at the mail server is held against what the database says.
/// </summary>
internal sealed class FaultyMarket(TestCluster cluster, int subscribers) : IAsyncDisposable
{
    /// <summary>Letters one node has on the line at a time.</summary>
    public const int Connections = 4;

    private const int Adverts = 12;

    private static readonly PostgreSqlStorageOptions Clocks = new() { SchemaName = "hangfire" };

    private readonly string folder = TemporaryFolders.New();
    private readonly List<RunningProgram> nodes = [];
    private readonly string word = RoadSteps.NewWord();

    public SmtpSink Sink { get; } = new() { Pause = TimeSpan.FromMilliseconds(5) };

    public string Connection { get; private set; } = "";

    public int Subscribers => subscribers;

    public IReadOnlyList<RunningProgram> Nodes => nodes;

    /// <summary>Adverts that every subscriber's search has found, all due since a day and more.</summary>
    public async Task Prepare()
    {
        Connection = await Market.Database(cluster);
        await using var host = await AlbaHost.For<Program>(web =>
        {
            web.UseEnvironment("Development");
            foreach (var (key, value) in Settings()) web.UseSetting(key.Replace("__", ":", StringComparison.Ordinal), value);
            web.UseSetting("Souq:Clock", "false");
            web.UseSetting("Souq:Durability", "Solo");
        });
        T Service<T>() where T : notnull => host.Services.GetRequiredService<T>();
        var search = Service<ISearches>().Read($"q={word}").ShouldNotBeNull();
        await host.SendMessageAndWaitAsync(new KeepSearch(search, Guid.NewGuid(), DateTimeOffset.UtcNow), timeoutInMilliseconds: 60_000);
        // Whoever keeps the first search reads on from where the market stood.
        await Service<Matcher>().CatchUp(CancellationToken.None);
        var from = await Service<ISearches>().Reached(CancellationToken.None);
        await host.ExecuteAndWaitAsync(async () => (await Service<CommandSender>().Ask<ImportOutcome>(
            new ImportListings(DemoPeople.IdOf(DemoPeople.Merchant), [.. Enumerable.Range(0, Adverts).Select(Row)], Publish: true))).Created.ShouldBe(Adverts), 60_000);
        await Service<IListingsStore>().WaitForNonStaleProjectionDataAsync(TimeSpan.FromSeconds(30));
        await Service<Matcher>().CatchUp(CancellationToken.None);

        var (people, now) = (Enumerable.Range(0, subscribers).Select(i => new Subscriber(Guid.CreateVersion7(), Address(i), DateTimeOffset.UtcNow)).ToList(), DateTimeOffset.UtcNow);
        var store = Service<IDigestsStore>();
        await store.BulkInsertAsync(people);
        await store.BulkInsertAsync(people.ConvertAll(p => new SavedSearch(DigestSubscription.IdOf(p.Id, search.Id), p.Id, search.Id, search.Query, null)));
        await store.BulkInsertAsync(people.ConvertAll(p => new DigestSubscription
        {
            Id = DigestSubscription.IdOf(p.Id, search.Id),
            SubscriberId = p.Id,
            SearchId = search.Id,
            Language = Language.French,
            Status = SubscriptionStatus.Active,
            RequestedAt = now,
            ConfirmedAt = now,
            // As few as this leave some for the next letter.
            Cap = Adverts,
        }));
        await Run(
            "insert into digests.due (subscription, subscriber, search, next_at, covered) select s, p, $3, now() - interval '26 hours', $4 from unnest($1::uuid[], $2::uuid[]) d(s, p)",
            people.Select(p => DigestSubscription.IdOf(p.Id, search.Id)).ToArray(), people.Select(p => p.Id).ToArray(), search.Id, from);
    }

    /// <param name="wrapper">A program that starts the node, such as one that puts its clock wrong.</param>
    public async Task<RunningProgram> Start(params string[] wrapper)
    {
        var node = await RunningProgram.Serve(Connection, folder, Settings(), wrapper);
        nodes.Add(node);
        return node;
    }

    public async Task Kill(RunningProgram node)
    {
        node.Process.Kill();
        await node.Process.WaitForExitAsync();
        nodes.Remove(node);
        await node.DisposeAsync();
    }

    /// <summary>The tick of the clock, as Hangfire hands it to one of the nodes.</summary>
    public void Tick()
    {
        // Hangfire has one log for the whole process: that of the last market that was opened here, which may be closed by now.
        Hangfire.Logging.LogProvider.SetCurrentLogProvider(new Hangfire.Logging.LogProviders.ColouredConsoleLogProvider(Hangfire.Logging.LogLevel.Fatal));
        new BackgroundJobClient(new PostgreSqlStorage(new Hangfire.PostgreSql.Factories.NpgsqlConnectionFactory(Connection, Clocks), Clocks))
            .Enqueue<Souq.Host.Jobs.Ticks>(t => t.SendDueDigests());
    }

    /// <summary>Ticks until nobody is due any more, and what broke off is old enough to be taken up.</summary>
    public async Task Finish()
    {
        Sink.Mood = SmtpMood.Willing;
        if (nodes.Count == 0) await Start();
        var until = TimeProvider.System.GetUtcNow().AddMinutes(3);
        while (await Count("select (select count(*) from digests.due where next_at <= now()) + (select count(*) from digests.issued where state in ('open', 'postponed'))") > 0)
        {
            TimeProvider.System.GetUtcNow().ShouldBeLessThan(until, "The run does not come to its end");
            await Age();
            Tick();
            using var pace = new PeriodicTimer(TimeSpan.FromSeconds(2));
            var seen = Sink.Mails.Count;
            do await pace.WaitForNextTickAsync();
            while (seen != (seen = Sink.Mails.Count));
        }
    }

    /// <summary>Everybody is due again.</summary>
    public Task NextDay() => Run("update digests.due set next_at = now() - interval '1 minute'");

    /// <summary>Letters by mailbox, of those that came after so many.</summary>
    public Dictionary<string, List<MimeMessage>> Arrived(int after = 0) => Sink.Mails.Skip(after)
        .Where(m => m.To[0].StartsWith("fault", StringComparison.Ordinal)).GroupBy(m => m.To[0]).ToDictionary(g => g.Key, g => g.Select(Message).ToList());

    /// <summary>Mailboxes of which nobody knows whether the letter came.</summary>
    public async Task<HashSet<string>> Unknown() => [.. await Texts(
        "select s.data ->> 'address' from digests.issued i join digests.mt_doc_subscriber s on s.id = i.subscriber where i.state = 'unknown'")];

    public async Task<long> Count(string sql)
    {
        await using var connection = new NpgsqlConnection(Connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    public async Task Run(string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(Connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The database as it is now, as a backup would have it; nobody may be in it.</summary>
    public async Task<string> Backup()
    {
        NpgsqlConnection.ClearAllPools();
        var builder = new NpgsqlConnectionStringBuilder(Connection);
        var (from, copy) = (builder.Database, $"{builder.Database}_backup");
        builder.Database = "postgres";
        await using var connection = new NpgsqlConnection(builder.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"create database \"{copy}\" template \"{from}\"", connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
        builder.Database = copy;
        return builder.ConnectionString;
    }

    /// <summary>As if what left had never been written down beside the database either.</summary>
    public void ForgetPosted()
    {
        if (Directory.Exists(Path.Combine(folder, "posted"))) Directory.Delete(Path.Combine(folder, "posted"), recursive: true);
    }

    public void Restore(string backup) => Connection = backup;

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes) await node.DisposeAsync();
        await Sink.DisposeAsync();
        await TemporaryFolders.DeleteAsync(folder);
    }

    private static string Address(int i) => string.Create(CultureInfo.InvariantCulture, $"fault{i}@reader.test");

    private static MimeMessage Message(SunkMail mail) => MimeMessage.Load(new MemoryStream(System.Text.Encoding.Latin1.GetBytes(mail.Source)));

    /// <summary>A quarter of an hour has passed for what was being sent when its sender died.</summary>
    private async Task Age()
    {
        await Run("update digests.issued set opened_at = opened_at - interval '20 minutes', closed_at = closed_at - interval '20 minutes' where state in ('open', 'postponed')");
        await Run("update mail.letters set last_at = last_at - interval '20 minutes', not_before = null where state in ('sending', 'postponed')");
    }

    private async Task<List<string>> Texts(string sql)
    {
        await using var connection = new NpgsqlConnection(Connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var row = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await row.ReadAsync()) texts.Add(row.GetString(0));
        return texts;
    }

    private ImportRow Row(int i) => new(i + 2, new Dictionary<string, string>
    {
        ["ref"] = $"{word}-{i}",
        ["section"] = "smartphones",
        ["title"] = $"Téléphone {word} {i}",
        ["price"] = "20000",
        ["price_type"] = "firm",
        ["wilaya"] = "16",
        ["attr.brand"] = "Samsung",
    });

    private Dictionary<string, string> Settings()
    {
        var settings = Market.Settings(Connection, folder).ToDictionary();
        settings["Souq:Durability"] = "Balanced";
        settings["Souq:Clock"] = "true";
        settings["Smtp:Host"] = "127.0.0.1";
        settings["Smtp:Port"] = Sink.Port.ToString(CultureInfo.InvariantCulture);
        settings["Smtp:StartTls"] = "false";
        settings["Smtp:Timeout"] = "3";
        settings["Smtp:Connections"] = Connections.ToString(CultureInfo.InvariantCulture);
        settings["Smtp:Rates:default"] = "0";
        settings["Digests:SliceSize"] = "40";
        return settings;
    }
}
