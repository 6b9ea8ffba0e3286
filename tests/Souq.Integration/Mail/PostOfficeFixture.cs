using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Souq.Mail;
using Souq.Mail.Posting;
using Souq.TestSupport;

namespace Souq.Integration.Mail;

/// <summary>Post offices on one database and one mail server; each node is a process of its own as far as they can tell.</summary>
public sealed class PostOfficeFixture(TestCluster cluster) : IAsyncLifetime
{
    private readonly string folder = TemporaryFolders.New();

    public SmtpSink Sink { get; } = new();

    public NpgsqlDataSource Database { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = NpgsqlDataSource.Create(await cluster.NewDatabaseAsync());
    }

    public Node Start(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
            [
                new("Souq:PublicUrl", "https://souq.example"), new("Smtp:Host", "127.0.0.1"), new("Smtp:Port", $"{Sink.Port}"), new("Smtp:StartTls", "false"),
                new("SOUQ_DATA", folder),
            ])
            .AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value)))
            .Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment());
        services.AddSingleton(Database);
        services.AddSouqMail();
        return new Node(services.BuildServiceProvider());
    }

    public async Task<(string State, int Attempts, string MessageId)> Row(string key)
    {
        await using var command = Database.CreateCommand("select state, attempts, message_id from mail.letters where key = $1");
        command.Parameters.Add(new() { Value = key });
        await using var reader = await command.ExecuteReaderAsync();
        (await reader.ReadAsync()).ShouldBeTrue($"no row for {key}");
        return (reader.GetString(0), reader.GetInt32(1), reader.GetString(2));
    }

    /// <summary>Lets time go by for one letter.</summary>
    public async Task Age(string key, TimeSpan by)
    {
        await using var command = Database.CreateCommand("update mail.letters set last_at = last_at - $2, not_before = not_before - $2 where key = $1");
        command.Parameters.Add(new() { Value = key });
        command.Parameters.Add(new() { Value = by });
        (await command.ExecuteNonQueryAsync()).ShouldBe(1);
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await Sink.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private sealed class HostingEnvironment : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Development";
        public string ApplicationName { get; set; } = "Souq";
        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;
        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();
    }
}

public sealed record Node(ServiceProvider Services) : IAsyncDisposable
{
    public PostOffice Post => Services.GetRequiredService<PostOffice>();

    public AddressMarks Marks => Services.GetRequiredService<AddressMarks>();

    public LetterLedger Ledger => Services.GetRequiredService<LetterLedger>();

    public ValueTask DisposeAsync() => Services.DisposeAsync();
}
