using Npgsql;
using Souq.Accounts.Demo;
using Souq.Accounts.Stores.Keeping;
using Souq.Digests.Contracts;
using Souq.Integration.Road;
using Souq.Listings.Contracts;
using Souq.Listings.Counting;

namespace Souq.Integration.Stores;

[Collection(nameof(Market))]
public sealed class WeeklyReportTests(Market market)
{
    [Fact]
    public async Task A_store_reads_on_Sunday_how_its_week_was_and_stops_it_for_good()
    {
        var (seller, _, person, email) = await market.NewStore();
        using var _1 = seller;
        (await seller.Open("/fr/alerts")).Text(".alert-list").ShouldContain("Bilan de la semaine");
        await Sunday();
        market.MailTo(email).ShouldBeEmpty("there is nothing to tell");

        var title = $"Samsung {RoadSteps.NewWord()}";
        var listing = await market.Submit(await seller.Preview(title, "/fr"));
        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        await market.Approve(moderator, title);
        await Viewed(listing.Id, person, daysAgo: 0, 3);
        await Sunday();
        var letter = market.MailTo(email)[^1];
        letter.Subject.ShouldBe("Votre semaine : 3 vues");
        letter.TextBody!.ShouldContain(title);
        letter.TextBody!.ShouldContain("1 de vos annonces est sur le marché.");
        letter.TextBody!.ShouldNotContain("à renouveler");
        letter.HtmlBody!.Length.ShouldBeLessThan(102 * 1024);

        // The next one knows this one's numbers.
        await Viewed(listing.Id, person, daysAgo: 0, 5);
        await Sunday();
        market.MailTo(email)[^1].TextBody!.ShouldContain("Précédente : 3");

        var count = market.MailTo(email).Count;
        using var mailbox = market.Browser();
        await market.Follow(() => mailbox.Post(letter.LinkTo("alerts/unsubscribe"), KeyValuePair.Create("List-Unsubscribe", "One-Click")));
        await market.Tick(new ShutStore(person, Open: false));
        await market.Tick(new ShutStore(person, Open: true));
        await Sunday();
        market.MailTo(email).Count.ShouldBe(count);
        (await market.Follow(async () => await (await seller.Open("/fr/desk")).Submit("report"))).Text(".report-box").ShouldContain("dimanche");
    }

    [Fact]
    public async Task A_seller_without_a_store_asks_for_it_on_his_desk_and_chooses_the_day_but_no_other_pace()
    {
        var (email, _) = await market.NewMember("Nadia");
        using var seller = await market.SignedInAs(email);
        var title = $"Samsung {RoadSteps.NewWord()}";
        await market.Submit(await seller.Preview(title, "/fr"));
        var desk = await market.Follow(async () => await (await seller.Open("/fr/desk")).Submit("report"));
        var change = await desk.Follow(".report-box a");
        change.Document.QuerySelector("[name=cap]").ShouldBeNull();
        (await change.Submit("change", ("frequency", "Daily"))).Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        (await change.Submit("change", ("weekday", "Thursday"), ("hour", "20"))).Text(".alert-list").ShouldContain("jeudi");
    }

    [Fact]
    public async Task The_numbers_of_many_sellers_are_each_ones_own()
    {
        var (one, other, nobody) = (await market.Publish($"Samsung {RoadSteps.NewWord()}"), Guid.CreateVersion7(), Guid.CreateVersion7());
        await Viewed(Guid.CreateVersion7(), other, daysAgo: 1, 4);
        await Viewed(Guid.CreateVersion7(), other, daysAgo: 7, 2);
        await Viewed(Guid.CreateVersion7(), other, daysAgo: 8, 9);
        await Viewed(Guid.CreateVersion7(), other, daysAgo: 0, 50);
        var reports = await market.Service<ISellerReports>().Of([one.SellerId, other, nobody], market.Clock.GetUtcNow(), TestContext.Current.CancellationToken);
        reports.ShouldNotContainKey(nobody);
        var report = reports[other];
        (report.Week.Views, report.Before.Views, report.OnMarket).ShouldBe((6, 9, 0));
        report.ViewsByDay.ShouldBe([2, 0, 0, 0, 0, 0, 4]);
        reports[one.SellerId].OnMarket.ShouldBeGreaterThan(0);

        var late = await market.Service<ISellerReports>().Of([one.SellerId], one.ExpiresAt!.Value.AddDays(-3), TestContext.Current.CancellationToken);
        late[one.SellerId].EndingInAll.ShouldBeGreaterThanOrEqualTo(late[one.SellerId].Ending.Count);
        late[one.SellerId].Ending.ShouldNotBeEmpty();
    }

    private async Task Viewed(Guid listing, Guid seller, int daysAgo, int views)
    {
        await using var command = market.Service<NpgsqlDataSource>().CreateCommand($"insert into {DailyCountsTable.Name} (listing, day, seller, views) values ($1, $2, $3, $4)");
        foreach (var value in new object[] { listing, Counts.Day(market.Clock.GetUtcNow()).AddDays(-daysAgo), seller, views }) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    // A little past eight in Algiers, which is seven in UTC.
    private async Task Sunday()
    {
        var now = market.Clock.GetUtcNow();
        var morning = new DateTimeOffset(now.Year, now.Month, now.Day, 7, 10, 0, TimeSpan.Zero);
        while (morning <= now || morning.DayOfWeek != DayOfWeek.Sunday) morning = morning.AddDays(1);
        market.Clock.SetUtcNow(morning);
        await market.Tick(new SendDueDigests(morning));
    }
}
