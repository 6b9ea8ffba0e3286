using System.Net;
using Marten;
using Souq.Accounts.Contracts;
using Souq.Accounts.Demo;
using Souq.Listings.Contracts;
using Souq.Moderation;
using Souq.Moderation.Deciding;
using Souq.Moderation.Reporting;

namespace Souq.Integration.Moderation;

[Collection(nameof(ModerationMarket))]
public sealed class ReportingTests(ModerationMarket market) : IAsyncLifetime
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // A new day each: what a network has sent is counted by the day.
    public async ValueTask InitializeAsync()
    {
        market.Clock.Advance(TimeSpan.FromDays(1));
        await market.Empty();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_visitor_reports_and_is_thanked_and_a_moderator_sees_why_in_his_words()
    {
        var advert = await market.Publish("Clio 4");
        using var visitor = new Browser(market);
        await Report(visitor, advert, "other", "Le compteur est trafiqué.");
        visitor.Location.ShouldBe($"/fr/l/{advert.Number}/report?sent=new");
        await visitor.Follow();
        visitor.Page.ShouldContain("Votre signalement est arrivé, merci.");

        (await market.Events(advert)).ShouldBe(["CaseRaised", "Reported"]);
        var item = (await market.Queue()).ShouldHaveSingleItem();
        (item.Reports, item.Why.ShouldHaveSingleItem()).ShouldBe((1, "reported"));
        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        await karim.Get($"/fr/moderation/cases/{advert.CaseOf()}");
        foreach (var words in new[] { "Clio 4", "1 signalement", "Autre chose", "Le compteur est trafiqué.", "visiteur", "Laisser sur le marché", "Retirer du marché" })
            karim.Page.ShouldContain(words);
    }

    [Fact]
    public async Task The_same_person_reports_once_and_is_told_kindly()
    {
        var advert = await market.Publish();
        using var buyer = await Browser.SignIn(market, DemoPeople.Buyer);
        await Report(buyer, advert, "sold");
        await buyer.Get($"/fr/l/{advert.Number}/report");
        buyer.Page.ShouldContain("Vous avez déjà signalé cette annonce");
        (await market.Report(advert, DemoPeople.IdOf(DemoPeople.Buyer))).ShouldHaveSingleItem().Key.ShouldBe(ReportListingHandler.Known);
        using var visitor = new Browser(market);
        await Report(visitor, advert, "sold");
        await Report(visitor, advert, "fraud");
        visitor.Location.ShouldEndWith("?sent=known");
        (await market.Find(advert)).Reports.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_same_report_on_two_nodes_at_once_is_one_and_two_reports_at_once_are_two()
    {
        var (advert, who) = (await market.Publish(), Guid.CreateVersion7());
        var refusals = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Sender().Send(new ReportListing(advert.ListingId, i < 2 ? who : Guid.CreateVersion7(), null, "fraud", null), Stop)));
        refusals.Count(r => r.Count == 0).ShouldBe(3);
        (await market.Find(advert)).Reports.Count.ShouldBe(3);
        (await market.Queue()).ShouldHaveSingleItem().Reports.ShouldBe(3);
    }

    [Fact]
    public async Task Ones_own_advert_cannot_be_reported()
    {
        var advert = await market.Publish();
        using var seller = await Browser.SignIn(market, DemoPeople.Seller);
        await seller.Get($"/fr/l/{advert.Number}/report");
        seller.Page.ShouldContain("C'est votre propre annonce");
        seller.Page.ShouldNotContain("name=\"reason\"");
        await seller.Post($"/fr/l/{advert.Number}/report", "report", ("reason", "fraud"));
        seller.Status.ShouldBe(HttpStatusCode.Forbidden);
        (await market.Queue()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_advert_that_is_not_on_the_market_is_404()
    {
        var waiting = await market.Submit();
        var ended = await market.Publish();
        await market.Tell(new ListingEnded(ended.ListingId, ended.Number, ended.SellerId, ListingEnd.Sold, market.Clock.GetUtcNow()));
        using var visitor = new Browser(market);
        foreach (var number in new[] { waiting.Number, ended.Number, 0, long.MaxValue })
        {
            await visitor.Get($"/l/{number}/report");
            visitor.Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_wrong_form_says_what_is_missing_and_keeps_what_was_typed()
    {
        var advert = await market.Publish();
        using var visitor = new Browser(market);
        await Report(visitor, advert, "nonsense", "Mes mots");
        visitor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        visitor.Page.ShouldContain("Choisissez une raison");
        visitor.Page.ShouldContain("Mes mots");
        await Report(visitor, advert, "other", " ");
        visitor.Page.ShouldContain("Dites avec vos mots");
        (await market.Queue()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_eleventh_report_of_a_network_in_a_day_is_429_and_tomorrow_is_another_day()
    {
        using var visitor = new Browser(market);
        for (var i = 0; i < ReportLimits.PerNetworkAndDay; i++)
        {
            await Report(visitor, await market.Publish(), "sold");
            visitor.Status.ShouldBe(HttpStatusCode.Redirect);
        }

        var advert = await market.Publish();
        await Report(visitor, advert, "sold", "Encore un");
        visitor.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        visitor.Page.ShouldContain("c'est la limite");
        visitor.Page.ShouldContain("Encore un");
        market.Clock.Advance(TimeSpan.FromDays(1));
        await Report(visitor, advert, "sold");
        visitor.Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task What_may_stay_is_kept_and_the_reporter_told_once_while_the_seller_hears_nothing()
    {
        var advert = await market.Publish();
        await market.Report(advert, ModerationSteps.FrenchSeller);
        await market.Report(advert, null, "sold");
        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        await karim.Get($"/fr/moderation/cases/{advert.CaseOf()}");
        await karim.Post($"/fr/moderation/cases/{advert.CaseOf()}", "approve", ("revision", "1"));
        await market.Settle();
        (await market.Events(advert))[^1].ShouldBe("CaseKept");
        var letter = market.Letters().ShouldHaveSingleItem();
        letter.To.ToString().ShouldContain("seller02@souq.test");
        letter.TextBody.ShouldNotBeNull().ShouldContain("l'annonce reste sur le marché");
        (await market.Queue()).ShouldBeEmpty();

        await market.Report(advert, null);
        await market.Send(new RemoveCase(advert.CaseOf(), 1, ModerationSteps.Karim, "fraud", null));
        market.Letters().Count(l => l.To.ToString().Contains("seller02", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task When_the_seller_is_quicker_the_reporter_hears_that_the_advert_is_gone()
    {
        var advert = await market.Publish();
        await market.Report(advert, ModerationSteps.FrenchSeller);
        await market.Tell(new ListingEnded(advert.ListingId, advert.Number, advert.SellerId, ListingEnd.Withdrawn, market.Clock.GetUtcNow()));
        (await market.Find(advert)).State.ShouldBe(CaseState.Closed);
        market.Letters().ShouldHaveSingleItem().TextBody.ShouldNotBeNull().ShouldContain("n'est plus sur le marché");
    }

    [Fact]
    public async Task Words_go_with_whoever_wrote_them_and_the_fact_stays()
    {
        var advert = await market.Publish();
        await market.Report(advert, ModerationSteps.FrenchSeller, "other", "Je le connais");
        await market.Tell(new PersonErased(ModerationSteps.FrenchSeller, market.Clock.GetUtcNow()));
        await using var session = market.Store.QuerySession();
        var report = (await session.Query<Report>().ToListAsync(Stop)).ShouldHaveSingleItem();
        (report.Words, report.By).ShouldBe(("", (Guid?)null));
        (await market.Events(advert)).ShouldBe(["CaseRaised", "Reported"]);
    }

    private static async Task Report(Browser browser, ListingSubmitted advert, string reason, string words = "")
    {
        await browser.Get($"/fr/l/{advert.Number}/report");
        await browser.Post($"/fr/l/{advert.Number}/report", "report", ("reason", reason), ("words", words));
    }

    private Souq.Web.Commands.CommandSender Sender() => (Souq.Web.Commands.CommandSender)market.Host.Services.GetService(typeof(Souq.Web.Commands.CommandSender))!;
}
