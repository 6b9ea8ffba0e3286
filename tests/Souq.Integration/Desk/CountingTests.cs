using Npgsql;
using Souq.Accounts.Contracts;
using Souq.Accounts.Demo;
using Souq.Integration.Road;
using Souq.Listings.Counting;
using Souq.Messaging.Contracts;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Desk;

[Collection(nameof(Market))]
public sealed class CountingTests(Market market)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private readonly string title = $"Téléphone {RoadSteps.NewWord()}";

    [Fact]
    public async Task A_visitor_counts_once_a_day_and_robots_and_the_owner_not_at_all()
    {
        var listing = await market.Publish(title);
        var page = $"/fr/l/{listing.Number}";
        using var phone = Person("Mozilla/5.0 (Linux; Android 14) Chrome/130.0");
        using var desktop = Person("Mozilla/5.0 (X11; Linux x86_64) Firefox/130.0");
        using var robot = Person("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)");
        using var owner = await market.SignedInAs(DemoPeople.Seller);
        owner.Headers["User-Agent"] = "Mozilla/5.0 (Macintosh) Safari/605.1";

        foreach (var visitor in new[] { phone, phone, desktop, robot, owner, phone }) await visitor.Open(page);
        phone.Headers["Sec-Purpose"] = "prefetch;prerender";
        market.Clock.Advance(TimeSpan.FromSeconds(1));
        await phone.Open(page);
        (await Of(listing.Id)).Views[^1].ShouldBe(2);

        market.Clock.Advance(TimeSpan.FromDays(1));
        phone.Headers.Remove("Sec-Purpose");
        await phone.Open(page);
        var counts = await Of(listing.Id);
        (counts.Views[^2], counts.Views[^1], counts.Views.Sum()).ShouldBe((2, 1, 3));
    }

    [Fact]
    public async Task Two_nodes_count_the_same_visitor_once()
    {
        var listing = await market.Publish(title);
        var (one, other) = (Node(), Node());
        foreach (var node in new[] { one, other, one })
            await node.Saw(Visit("Mozilla/5.0 (Android 14) Chrome/131.0"), listing.Id, listing.SellerId);
        await other.Saw(Visit("Mozilla/5.0 (iPhone) Safari/604.1"), listing.Id, listing.SellerId);

        await Task.WhenAll(one.Flush(Cancel), other.Flush(Cancel));

        (await Of(listing.Id)).Views[^1].ShouldBe(2);
    }

    [Fact]
    public async Task A_fact_delivered_twice_counts_once()
    {
        var listing = await market.Publish(title);
        var (now, buyer) = (market.Clock.GetUtcNow(), DemoPeople.IdOf(DemoPeople.Buyer));
        var revealed = new PhoneRevealed(listing.Id, listing.SellerId, now, Guid.NewGuid());
        var asked = new MessageSent(Guid.NewGuid(), Guid.NewGuid(), listing.Id, buyer, listing.SellerId, now);
        var answered = asked with { MessageId = Guid.NewGuid(), FromId = listing.SellerId, ToId = buyer, At = now.AddSeconds(1) };
        foreach (var fact in new object[] { revealed, asked, revealed, asked }) await market.Tick(fact);

        var counts = await Of(listing.Id);
        (counts.Reveals.Sum(), counts.Messages.Sum()).ShouldBe((1, 1));
        (await market.Service<Enquiries>().About(listing.Id, Cancel)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            e => e.Person.ShouldBe(buyer), e => e.Waits.ShouldBeTrue());

        await market.Tick(answered);
        await market.Tick(asked);
        (await market.Service<Enquiries>().About(listing.Id, Cancel)).ShouldHaveSingleItem().Waits.ShouldBeFalse();
        (await Of(listing.Id)).Messages.Sum().ShouldBe(1, "an answer is no enquiry");
        (await market.Service<CountReader>().OfSeller(listing.SellerId, 14, Cancel)).Messages.Sum().ShouldBePositive();
    }

    [Fact]
    public async Task Who_saw_what_is_forgotten_and_the_sums_stay()
    {
        var listing = await market.Publish(title);
        using var visitor = Person("Mozilla/5.0 (Linux; Android 15) Chrome/132.0");
        await visitor.Open($"/l/{listing.Number}");
        (await Of(listing.Id)).Views[^1].ShouldBe(1);

        await market.Service<ViewWriter>().Tidy(Counts.Day(market.Clock.GetUtcNow()).AddDays(2), Cancel);

        (await Rows($"select count(*) from listings.seen where listing = '{listing.Id}'")).ShouldBe(0);
        (await Rows("select count(*) from listings.daily_secrets")).ShouldBe(0);
        (await Of(listing.Id)).Views[^1].ShouldBe(1);
    }

    private Browser Person(string name)
    {
        var browser = market.Browser();
        browser.Headers["User-Agent"] = name;
        return browser;
    }

    private async Task<Series> Of(Guid listing)
    {
        await market.Service<ViewCounter>().Flush(Cancel);
        return (await market.Service<CountReader>().Of([listing], 14, Cancel)).GetValueOrDefault(listing, Series.Empty(14));
    }

    /// <summary>A counter as another process of the same market has it.</summary>
    private ViewCounter Node()
    {
        var database = market.Service<NpgsqlDataSource>();
        return new ViewCounter(database, new ListingVisitors(database), market.Clock);
    }

    private static Microsoft.AspNetCore.Http.DefaultHttpContext Visit(string browser) =>
        new() { Request = { Method = "GET", Headers = { UserAgent = browser } } };

    private async Task<long> Rows(string sql)
    {
        await using var command = market.Service<NpgsqlDataSource>().CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }
}
