using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Souq.Accounts.Contracts;
using Souq.Accounts.Demo;
using Souq.Listings.Contracts;
using Souq.Moderation;
using Souq.Moderation.Appeals;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;
using Souq.Web.Commands;
using Souq.Web.Security;

namespace Souq.Integration.Moderation;

[Collection(nameof(ModerationMarket))]
public sealed class AppealTests(ModerationMarket market) : IAsyncLifetime
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await market.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_seller_appeals_and_another_moderator_looks_at_it_in_his_words()
    {
        var advert = await Refused();
        await market.Appeal(advert, "Ce sont mes propres photos.");
        (await market.Events(advert))[^1].ShouldBe("DecisionAppealed");
        var item = (await market.Queue()).ShouldHaveSingleItem();
        (item.NotBy.ShouldHaveSingleItem(), item.Why.ShouldHaveSingleItem()).ShouldBe((ModerationSteps.Karim, Signals.Appealed));

        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get($"/fr/moderation/cases/{advert.CaseOf()}");
        foreach (var words in new[] { "Ce sont mes propres photos.", "Maintenir la décision", "Annuler la décision", "Décision contestée" }) leila.Page.ShouldContain(words);
        await leila.Post($"/fr/moderation/cases/{advert.CaseOf()}", "refuse", ("revision", "1"), ("words", ""));
        leila.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        leila.Page.ShouldContain("Dites au vendeur pourquoi");
        await leila.Post($"/fr/moderation/cases/{advert.CaseOf()}", "refuse", ("revision", "1"), ("words", "Elles sont floues."));
        leila.Status.ShouldBe(HttpStatusCode.Redirect);
        await market.Settle();

        (await market.Find(advert)).State.ShouldBe(CaseState.Refused);
        (await market.Queue()).ShouldBeEmpty();
        var letter = market.Letters().Single(l => l.Subject!.StartsWith("Votre contestation", StringComparison.Ordinal));
        letter.TextBody.ShouldNotBeNull().ShouldContain("Elles sont floues.");
        (await market.Send(new AppealDecision(advert.CaseOf(), advert.SellerId, "Encore"))).ShouldHaveSingleItem().Key.ShouldBe(AppealDecisionHandler.Already);
    }

    [Fact]
    public async Task Overturned_it_is_told_to_the_market_and_does_not_count_against_the_seller()
    {
        var advert = await Refused();
        await market.Appeal(advert);
        await using (var session = market.Store.QuerySession()) (await SellerRecord.Of(advert.SellerId, session, Stop)).Refused.ShouldBe(1);
        (await market.Send(new OverturnDecision(advert.CaseOf(), 1, ModerationSteps.Leila))).ShouldBeEmpty();
        (await market.Find(advert)).State.ShouldBe(CaseState.Approved);
        await using (var session = market.Store.QuerySession()) (await SellerRecord.Of(advert.SellerId, session, Stop)).Refused.ShouldBe(0);
        market.Letters()[^1].TextBody.ShouldNotBeNull().ShouldContain($"https://souq.example/fr/l/{advert.Number}");
    }

    [Fact]
    public async Task Who_decided_cannot_take_it_nor_decide_it_whatever_comes_first()
    {
        var advert = await Refused();
        await market.Appeal(advert);
        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        await karim.Get($"/fr/moderation/cases/{advert.CaseOf()}");
        karim.Page.ShouldContain("C’est votre propre décision");
        karim.Page.ShouldNotContain("Maintenir la décision");
        await karim.Post("/fr/moderation", "next");
        karim.Location.ShouldNotContain(advert.CaseOf().ToString());

        // All at once: the one who decided, the seller himself, and two others who both may.
        var senior = Guid.CreateVersion7();
        await market.Tell(new StaffChanged(senior, [Principal.Senior], [], market.Clock.GetUtcNow()));
        object[] acts =
        [
            new OverturnDecision(advert.CaseOf(), 1, ModerationSteps.Karim), new UpholdDecision(advert.CaseOf(), 1, ModerationSteps.Karim, "Vu."),
            new OverturnDecision(advert.CaseOf(), 1, advert.SellerId), new ApproveCase(advert.CaseOf(), 1, ModerationSteps.Karim),
            new OverturnDecision(advert.CaseOf(), 1, ModerationSteps.Leila), new UpholdDecision(advert.CaseOf(), 1, senior, "Vu."),
        ];
        var sender = market.Host.Services.GetRequiredService<CommandSender>();
        var refusals = await Task.WhenAll(acts.Select(a => sender.Send(a, Stop)));
        refusals.Take(4).ShouldAllBe(r => r.Count == 1);
        refusals.Skip(4).Count(r => r.Count == 0).ShouldBe(1);
        (await market.Events(advert)).Count(e => e is "DecisionUpheld" or "DecisionOverturned").ShouldBe(1);
    }

    [Fact]
    public async Task Sent_many_times_at_once_it_is_one_appeal()
    {
        var advert = await Refused();
        var sender = market.Host.Services.GetRequiredService<CommandSender>();
        var refusals = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => sender.Send(new AppealDecision(advert.CaseOf(), advert.SellerId, "Mes photos."), Stop)));
        refusals.Count(r => r.Count == 0).ShouldBe(1);
        (await market.Events(advert)).Count(e => e == "DecisionAppealed").ShouldBe(1);
    }

    [Fact]
    public async Task Its_page_is_the_sellers_alone_and_keeps_what_he_typed()
    {
        var advert = await Refused();
        using var visitor = new Browser(market);
        await visitor.Get($"/fr/appeal/{advert.CaseOf()}");
        visitor.Status.ShouldBe(HttpStatusCode.Redirect);
        using var buyer = await Browser.SignIn(market, DemoPeople.Buyer);
        await buyer.Get($"/fr/appeal/{advert.CaseOf()}");
        buyer.Status.ShouldBe(HttpStatusCode.NotFound);
        using var seller = await Browser.SignIn(market, "seller02@souq.test");
        await seller.Get($"/fr/appeal/{Guid.CreateVersion7()}");
        seller.Status.ShouldBe(HttpStatusCode.NotFound);

        await seller.Get($"/fr/appeal/{advert.CaseOf()}");
        seller.Page.ShouldContain("Photos à revoir");
        await seller.Post($"/fr/appeal/{advert.CaseOf()}", "appeal", ("words", " "));
        seller.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        seller.Page.ShouldContain("Dites pourquoi la décision est une erreur.");
        var much = new string('x', Appeal.MostWords + 1);
        await seller.Post($"/fr/appeal/{advert.CaseOf()}", "appeal", ("words", much));
        seller.Page.ShouldContain(much);
        using var otherTab = await Browser.SignIn(market, "seller02@souq.test");
        await otherTab.Get($"/fr/appeal/{advert.CaseOf()}");
        await seller.Post($"/fr/appeal/{advert.CaseOf()}", "appeal", ("words", "Mes photos."));
        await seller.Follow();
        seller.Page.ShouldContain("Votre contestation est examinée.");
        await otherTab.Post($"/fr/appeal/{advert.CaseOf()}", "appeal", ("words", "Encore"));
        otherTab.Status.ShouldBe(HttpStatusCode.Conflict);
        otherTab.Page.ShouldContain("Votre contestation est examinée.");
    }

    [Fact]
    public async Task Who_reports_the_advert_while_a_refused_change_is_appealed_against_is_told_too()
    {
        var advert = await market.Publish();
        await market.Tell(advert with { Revision = 2 });
        await market.Send(new RefuseCase(advert.CaseOf(), 2, ModerationSteps.Karim, "photos", null));
        await market.Appeal(advert);
        (await market.Report(advert, ModerationSteps.FrenchSeller)).ShouldBeEmpty();
        (await market.Send(new UpholdDecision(advert.CaseOf(), 2, ModerationSteps.Leila, "Vu."))).ShouldBeEmpty();
        market.Letters().Count(l => l.To.ToString().Contains("seller02@souq.test", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task After_thirty_days_it_is_too_late()
    {
        var advert = await Refused();
        market.Clock.Advance(Appeal.Window);
        (await market.Send(new AppealDecision(advert.CaseOf(), advert.SellerId, "Mes photos."))).ShouldHaveSingleItem().Key.ShouldBe(AppealDecisionHandler.TooLate);
        using var seller = await Browser.SignIn(market, "seller02@souq.test");
        await seller.Get($"/fr/appeal/{advert.CaseOf()}");
        seller.Page.ShouldContain("plus de 30 jours");
        seller.Page.ShouldNotContain("name=\"words\"");
    }

    [Fact]
    public async Task A_person_who_goes_takes_his_words_along()
    {
        var advert = await Refused();
        await market.Appeal(advert, "Secret de famille");
        await market.Send(new UpholdDecision(advert.CaseOf(), 1, ModerationSteps.Leila, "Réponse privée"));
        await market.Tell(new PersonErased(advert.SellerId, market.Clock.GetUtcNow()));
        await using var session = market.Store.QuerySession();
        var appeal = (await session.LoadAsync<Appeal>(Decision.IdOf(advert.CaseOf(), 1), Stop)).ShouldNotBeNull();
        (appeal.Words, appeal.Answer!.Words).ShouldBe(("", ""));
        (await session.Events.FetchStreamAsync(advert.CaseOf(), token: Stop)).Select(e => e.Data).OfType<DecisionUpheld>().Single().Words.ShouldBe("");
    }

    private async Task<ListingSubmitted> Refused()
    {
        var advert = await market.Submit("Clio 4 propre", ModerationSteps.FrenchSeller);
        await market.Send(new RefuseCase(advert.CaseOf(), 1, ModerationSteps.Karim, "photos", null));
        return advert;
    }
}
