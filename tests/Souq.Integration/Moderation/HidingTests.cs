using System.Net;
using Marten;
using Souq.Accounts.Demo;
using Souq.Listings.Contracts;
using Souq.Moderation.Appeals;
using Souq.Moderation.Deciding;
using Souq.Moderation.Reporting;
using Souq.Moderation.Reporting.Brigades;
using Souq.Moderation.Reporting.Weighing;
using Souq.Web.Commands;

namespace Souq.Integration.Moderation;

[Collection(nameof(ModerationMarket))]
public sealed class HidingTests(ModerationMarket market) : IAsyncLifetime
{
    private static readonly Guid Buyer = DemoPeople.IdOf(DemoPeople.Buyer);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        market.Clock.Advance(TimeSpan.FromDays(1));
        await market.Empty();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Trusted_readers_hide_an_advert_and_its_seller_is_told_why_and_that_a_person_looks()
    {
        var advert = await market.Publish("Clio 4", ModerationSteps.FrenchSeller);
        await Report(advert, await Reporter());
        (await market.Find(advert)).Hidden.ShouldBeNull();
        await Report(advert, await Reporter(), "forbidden");
        (await market.Events(advert)).ShouldBe(["CaseRaised", "Reported", "Reported", "CaseHidden"]);
        (await market.Queue()).ShouldHaveSingleItem().Why.ShouldBe(["hidden", "reported"]);

        var letter = market.Letters().ShouldHaveSingleItem();
        letter.To.ToString().ShouldContain("seller02@souq.test");
        letter.Subject.ShouldBe("Votre annonce est masquée pour le moment : Clio 4");
        foreach (var words in new[] { "Arnaque", "Article interdit", "une personne et non une machine" }) letter.TextBody!.ShouldContain(words);

        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        await karim.Get($"/fr/moderation/cases/{advert.CaseOf()}");
        foreach (var words in new[] { "Masquée sur des signalements fiables", "de confiance, pèse beaucoup × 2", "Laisser sur le marché", "Retirer du marché" })
            System.Text.RegularExpressions.Regex.Replace(karim.Page, @"<[^>]*>", "").ShouldContain(words);
    }

    [Fact]
    public async Task Ten_newcomers_hide_nothing_and_their_number_is_a_warning()
    {
        var advert = await market.Publish();
        for (var i = 0; i < 10; i++) await Report(advert, Guid.CreateVersion7());
        var current = await market.Find(advert);
        (current.Reports.Count, current.Hidden).ShouldBe((10, null));
        current.Brigade.ShouldBe([BrigadeSign.NewAccounts, BrigadeSign.OneHour], ignoreOrder: true);
        (await market.Queue()).ShouldHaveSingleItem().Why.ShouldBe(["brigading", "reported"]);
        market.Letters().ShouldBeEmpty();
    }

    [Fact]
    public async Task One_network_hides_nothing_however_trusted_it_says_its_people_are()
    {
        var (advert, network) = (await market.Publish(), Guid.NewGuid());
        for (var i = 0; i < 3; i++) await Report(advert, await Reporter(), network: network);
        var current = await market.Find(advert);
        current.Hidden.ShouldBeNull();
        current.Brigade.ShouldBe([BrigadeSign.OneNetwork]);
        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        await karim.Get($"/fr/moderation/cases/{advert.CaseOf()}");
        karim.Page.ShouldContain("plusieurs depuis un même réseau");

        // Others, from elsewhere, do.
        await Report(advert, await Reporter());
        await Report(advert, await Reporter());
        (await market.Find(advert)).Hidden.ShouldNotBeNull();
    }

    [Fact]
    public async Task Many_against_one_seller_are_seen_across_his_adverts()
    {
        for (var i = 0; i < Brigading.NewAccounts - 1; i++) await Report(await market.Publish(), Guid.CreateVersion7());
        var last = await market.Publish();
        await Report(last, Guid.CreateVersion7());
        (await market.Find(last)).Brigade.ShouldBe([BrigadeSign.NewAccounts]);
        var other = await market.Publish(seller: ModerationSteps.FrenchSeller);
        await Report(other, Guid.CreateVersion7());
        (await market.Find(other)).Brigade.ShouldBeEmpty();
    }

    [Fact]
    public async Task On_two_nodes_at_once_a_report_counts_once_and_an_advert_is_hidden_once()
    {
        var (advert, first) = (await market.Publish("Clio 4", ModerationSteps.FrenchSeller), await Reporter());
        var same = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Sender().Send(new ReportListing(advert.ListingId, first, first, "fraud", null), Stop)));
        same.Count(r => r.Count == 0).ShouldBe(1);
        (await market.Find(advert)).ShouldSatisfyAllConditions(c => c.Reports.ShouldHaveSingleItem(), c => c.Hidden.ShouldBeNull());

        var others = new[] { await Reporter(), await Reporter(), await Reporter() };
        await Task.WhenAll(others.Select(who => Sender().Send(new ReportListing(advert.ListingId, who, who, "fraud", null), Stop)));
        (await market.Events(advert)).Count(e => e == "CaseHidden").ShouldBe(1);
        (await market.Find(advert)).Reports.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_record_is_made_of_what_moderators_decided()
    {
        for (var i = 0; i < 3; i++)
        {
            (await Standing(Buyer)).ShouldBe(ReporterStanding.Newcomer);
            var advert = await market.Publish();
            await Report(advert, Buyer);
            await market.Send(new RemoveCase(advert.CaseOf(), 1, ModerationSteps.Karim, "fraud", null));
        }

        (await Standing(Buyer)).ShouldBe(ReporterStanding.Reliable);
        var next = await market.Publish();
        await Report(next, Buyer);
        (await market.Find(next)).Reports.ShouldHaveSingleItem().Standing.ShouldBe(ReporterStanding.Reliable);

        // The seller was quicker: nobody was right or wrong.
        await market.Tell(new ListingEnded(next.ListingId, next.Number, next.SellerId, ListingEnd.Sold, market.Clock.GetUtcNow()));
        (await Standing(Buyer)).ShouldBe(ReporterStanding.Reliable);
        for (var i = 0; i < 4; i++)
        {
            var kept = await market.Publish();
            await Report(kept, Buyer);
            await market.Send(new KeepCase(kept.CaseOf(), 1, ModerationSteps.Karim));
        }

        (await Standing(Buyer)).ShouldBe(ReporterStanding.Newcomer);
    }

    [Fact]
    public async Task Who_was_agreed_with_in_a_decision_that_was_wrong_was_wrong_too()
    {
        var advert = await market.Publish();
        await Report(advert, Buyer);
        await market.Send(new RemoveCase(advert.CaseOf(), 1, ModerationSteps.Karim, "fraud", null));
        (await Verdicts(Buyer)).ShouldBe([true]);
        await market.Appeal(advert);
        (await market.Send(new OverturnDecision(advert.CaseOf(), 1, ModerationSteps.Leila))).ShouldBeEmpty();
        (await Verdicts(Buyer)).ShouldBe([false]);
    }

    [Fact]
    public async Task Where_reports_came_from_is_forgotten_after_a_day()
    {
        await Report(await market.Publish(), Guid.CreateVersion7(), network: Guid.NewGuid());
        market.Clock.Advance(ReportTrace.Life);
        var next = await market.Publish();
        await Report(next, Guid.CreateVersion7());
        await using var session = market.Store.QuerySession();
        (await session.Query<ReportTrace>().Select(t => t.CaseId).ToListAsync(Stop)).ShouldBe([next.CaseOf()]);
    }

    [Fact]
    public async Task A_visitor_in_a_browser_leaves_a_trace_that_says_nothing_of_him()
    {
        var advert = await market.Publish();
        using var visitor = new Browser(market);
        await visitor.Get($"/fr/l/{advert.Number}/report");
        await visitor.Post($"/fr/l/{advert.Number}/report", "report", ("reason", "fraud"), ("words", ""));
        await using var session = market.Store.QuerySession();
        var trace = (await session.Query<ReportTrace>().ToListAsync(Stop)).ShouldHaveSingleItem();
        trace.Network.ShouldNotBeNull();
        trace.IsNew.ShouldBeTrue();
    }

    [Fact]
    public async Task An_admin_says_how_much_hides_and_it_holds_at_once()
    {
        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get("/fr/moderation/reports");
        leila.Page.ShouldContain("value=\"20\"");
        foreach (var wrong in new[] { "", "x", "1001", "-1" })
        {
            await leila.Post("/fr/moderation/reports", "hiding", ("threshold", wrong));
            leila.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            leila.Page.ShouldContain("Indiquez un nombre de 0 à");
        }

        await leila.Post("/fr/moderation/reports", "hiding", ("threshold", "١٠"));
        leila.Status.ShouldBe(HttpStatusCode.Redirect);
        await leila.Get("/fr/moderation/reports");
        leila.Page.ShouldContain("value=\"10\"");
        var advert = await market.Publish();
        await Report(advert, await Reporter());
        (await market.Find(advert)).Hidden.ShouldNotBeNull();

        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        await karim.Get("/fr/moderation/reports");
        karim.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private Task<Guid> Reporter(int agreed = 8) => market.Reporter(agreed);

    private async Task Report(ListingSubmitted advert, Guid who, string reason = "fraud", Guid? network = null) =>
        (await market.Send(new ReportListing(advert.ListingId, who, who, reason, null, network ?? Guid.NewGuid()))).ShouldBeEmpty();

    private async Task<ReporterStanding> Standing(Guid who)
    {
        await using var session = market.Store.QuerySession();
        return await ReportVerdict.StandingOf(who, session, Stop);
    }

    private async Task<IReadOnlyList<bool?>> Verdicts(Guid who)
    {
        await using var session = market.Store.QuerySession();
        return [.. (await session.Query<ReportVerdict>().Where(v => v.By == who).ToListAsync(Stop)).Select(v => v.Agreed)];
    }

    private CommandSender Sender() => (CommandSender)market.Host.Services.GetService(typeof(CommandSender))!;
}
