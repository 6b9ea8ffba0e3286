using System.Globalization;
using Alba;
using Marten.Events;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Npgsql;
using Souq.Accounts.Demo;
using Souq.Catalog.Contracts;
using Souq.Digests.Contracts;
using Souq.Integration.Road;
using Souq.Listings;
using Souq.Listings.Closing;
using Souq.Listings.Importing;
using Souq.Listings.Pricing;
using Souq.Listings.Watching;
using Souq.TestSupport;
using Souq.TestSupport.Browsing;
using Souq.Web.Commands;
using Wolverine.Tracking;

namespace Souq.Integration.Digests;

/// <summary>
/// The digests on a real database and a real mail server. Its clock only goes forward: every test begins some hours after the last, with
/// mailboxes of its own, which hear of nothing that was published before them.
/// </summary>
public sealed class DigestsMarket(TestCluster cluster) : IAsyncLifetime
{
    /// <summary>Milliseconds a message and all that follows from it may take.</summary>
    public const int Patience = 60_000;

    private long number = 10_000;

    private readonly string folder = TemporaryFolders.New();

    public IAlbaHost Host { get; private set; } = null!;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public SmtpSink Sink { get; } = new();

    public CatalogSnapshot Catalog => Host.Services.GetRequiredService<ICatalog>().Current;

    public async ValueTask InitializeAsync()
    {
        var connection = await Market.Database(cluster);
        Host = await AlbaHost.For<Program>(web =>
        {
            web.UseEnvironment("Development");
            foreach (var (key, value) in Market.Settings(connection, folder)) web.UseSetting(key, value);
            web.UseSetting("Souq:PublicUrl", "https://souq.example");
            web.UseSetting("Smtp:Host", "127.0.0.1");
            web.UseSetting("Smtp:Port", $"{Sink.Port}");
            web.UseSetting("Smtp:StartTls", "false");
            web.UseSetting("Digests:SliceSize", "2");
            web.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
        });
    }

    /// <summary>An advert on the market, found by whatever search fits it.</summary>
    public async Task<Listing> Publish(string title, string section = "cars", string wilaya = "31", string? commune = null, string price = "1250000", string seller = DemoPeople.Merchant)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        var values = new Dictionary<string, string>
        {
            ["ref"] = $"d{++number}",
            ["section"] = section,
            ["title"] = title,
            ["price"] = price,
            ["price_type"] = "negotiable",
            ["wilaya"] = wilaya,
            ["commune"] = commune ?? "",
        };
        foreach (var (key, value) in Answers(section)) values["attr." + key] = value;
        var row = new ImportRow(2, values);
        var outcome = await Ask<ImportOutcome>(new ImportListings(DemoPeople.IdOf(seller), [row], Publish: true));
        outcome.Refused.SelectMany(r => r.Reasons).Select(r => r.Key).ShouldBeEmpty();
        await using var session = Service<IListingsStore>().QuerySession();
        return (await session.LoadAsync<Listing>(ImportListingsHandler.ListingId(DemoPeople.IdOf(seller), row.Ref))).ShouldNotBeNull();
    }

    public Task Sell(Listing advert) => Send(new MarkSold(advert.Id, advert.SellerId));

    public Task Reprice(Listing advert, long dinars) => Send(new ChangePrice(advert.Id, advert.SellerId, advert.Public!.Price! with { Dinars = dinars }));

    /// <summary>The clock ticks; every letter that follows has been sent when this returns.</summary>
    public Task Tick() => Send(new SendDueDigests(Clock.GetUtcNow()));

    /// <summary>A message with all that follows from it, seen by every search.</summary>
    public async Task Send(object message)
    {
        await Host.SendMessageAndWaitAsync(message, timeoutInMilliseconds: Patience);
        await CatchUp();
    }

    public async Task<T> Ask<T>(object command)
    {
        T answer = default!;
        await Host.ExecuteAndWaitAsync(async () => answer = await Service<CommandSender>().Ask<T>(command), Patience);
        await CatchUp();
        return answer;
    }

    public T Service<T>() where T : notnull => Host.Services.GetRequiredService<T>();

    public Task<Browser> SignedInAs(string email) => Browser.SignedInAs(Host.Server.CreateHandler(), email);

    public async Task CatchUp()
    {
        await Waiting.Until(async () => await Count("select count(*) from wolverine.wolverine_incoming_envelopes where status = 'Incoming'") == 0);
        var store = Service<IListingsStore>();
        if ((await store.Advanced.FetchEventStoreStatistics()).EventCount > 0)
            await store.WaitForNonStaleProjectionDataAsync(TimeSpan.FromMilliseconds(Patience));
        await Service<Matcher>().CatchUp(CancellationToken.None);
    }

    public async Task<long> Count(string sql)
    {
        await using var command = Service<NpgsqlDataSource>().CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static (string Key, string Value)[] Answers(string section) => section switch
    {
        "cars" => [("make", "Renault"), ("model", "Clio"), ("year", "2018")],
        "smartphones" => [("brand", "Samsung")],
        _ => [("operation", "sale")],
    };

    /// <summary>Goes on to a local time of day, a number of days later.</summary>
    public void GoTo(int days, int hour, int minute = 0)
    {
        var local = Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(1));
        Clock.SetUtcNow(new DateTimeOffset(local.Date, local.Offset).AddDays(days).AddHours(hour).AddMinutes(minute).ToUniversalTime());
    }

    /// <summary>Goes on to ten in the morning of the next such day.</summary>
    public void GoToNext(DayOfWeek day)
    {
        do GoTo(days: 1, hour: 10);
        while (Clock.GetUtcNow().DayOfWeek != day);
    }

    /// <summary>What came to an address, oldest first.</summary>
    public IReadOnlyList<MimeMessage> MailTo(string address) =>
        [.. Sink.Mails.Where(m => m.To.Contains(address)).Select(m => MimeMessage.Load(new MemoryStream(System.Text.Encoding.Latin1.GetBytes(m.Source))))];

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Sink.DisposeAsync();
        await TemporaryFolders.DeleteAsync(folder);
    }
}

[CollectionDefinition(Name)]
public sealed class DigestsCollection : ICollectionFixture<DigestsMarket>
{
    public const string Name = "digests";
}
