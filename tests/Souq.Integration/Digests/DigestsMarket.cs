using Alba;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Souq.Catalog.Contracts;
using Souq.Digests.Contracts;
using Souq.Integration.Road;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.TestSupport;
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

    /// <summary>A fact from the listings, followed to its end.</summary>
    public async Task<ListingPublished> Publish(string title, string section = "cars", int commune = 3101, bool first = true, string? photo = null)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        var fact = new ListingPublished(
            Guid.CreateVersion7(), 1, ++number, Guid.CreateVersion7(), Catalog.Section(section)!.Id, title, commune,
            new Price(PriceType.Negotiable, 1_250_000), photo, first, Clock.GetUtcNow());
        await Host.SendMessageAndWaitAsync(fact, timeoutInMilliseconds: Patience);
        return fact;
    }

    public Task End(ListingPublished advert) =>
        Host.SendMessageAndWaitAsync(new ListingEnded(advert.ListingId, advert.Number, advert.SellerId, ListingEnd.Sold, Clock.GetUtcNow()), timeoutInMilliseconds: Patience);

    /// <summary>The clock ticks; every letter that follows has been sent when this returns.</summary>
    public Task Tick() => Host.SendMessageAndWaitAsync(new SendDueDigests(Clock.GetUtcNow()), timeoutInMilliseconds: Patience);

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
