using System.Net;
using Souq.Accounts.Contracts;
using Souq.Accounts.Demo;
using Souq.Moderation.Blind;
using Souq.Moderation.Deciding;
using Souq.Web.Security;

namespace Souq.Integration.Moderation;

/// <summary>One of some decisions is made once more, by somebody who does not know the first; it changes nothing.</summary>
[Collection(nameof(ModerationMarket))]
public sealed class BlindTests(ModerationMarket market) : IAsyncLifetime
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await market.Empty();
        (await market.Send(new SetBlindSampling(100, ModerationSteps.Leila))).ShouldBeEmpty();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Another_one_sees_it_without_the_decision_and_his_answer_is_counted_and_told_to_nobody()
    {
        var advert = await market.Submit("Clio à revoir");
        await market.Send(new RefuseCase(advert.CaseOf(), 1, ModerationSteps.Karim, "photos", "Motsecret"));
        var letters = market.Letters().Count;
        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        await karim.Get("/fr/moderation/blind");
        karim.Page.ShouldContain("Rien à regarder");
        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get("/fr/moderation/blind");
        leila.Page.ShouldContain("1 décision vous attend");
        await leila.Post("/fr/moderation/blind", "next");
        var look = leila.Location;
        await leila.Follow();
        leila.Status.ShouldBe(HttpStatusCode.OK);
        leila.Page.ShouldContain("Que décideriez-vous");
        foreach (var secret in new[] { "Motsecret", "Karim", "Refusée" }) leila.Page.ShouldNotContain(secret);
        await karim.Get(look);
        karim.Status.ShouldBe(HttpStatusCode.Forbidden);

        await leila.Post(look, "refuse");
        leila.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        leila.Page.ShouldContain("Choisissez un motif");
        await leila.Post(look, "refuse", ("reasonCode", "photos"));
        leila.Location.ShouldEndWith("moderation/blind?done=answer");
        await leila.Get(look);
        leila.Page.ShouldContain("Celle-ci a reçu sa réponse");
        (await market.Events(advert)).ShouldBe(["CaseOpened", "CaseRefused"]);
        market.Letters().Count.ShouldBe(letters);
        await leila.Get("/fr/moderation/dashboard");
        leila.Page.ShouldContain("1 décision a été prise deux fois");
    }

    [Fact]
    public async Task Of_two_who_answer_at_once_one_is_counted()
    {
        var senior = Guid.CreateVersion7();
        await market.Tell(new StaffChanged(senior, [Principal.Senior], [], market.Clock.GetUtcNow()));
        var advert = await market.Submit();
        await market.Send(new ApproveCase(advert.CaseOf(), 1, ModerationSteps.Karim));
        var look = Decision.IdOf(advert.CaseOf(), 1);
        var sender = (Souq.Web.Commands.CommandSender)market.Host.Services.GetService(typeof(Souq.Web.Commands.CommandSender))!;
        var refusals = await Task.WhenAll(
            sender.Send(new AnswerSecondLook(look, true, null, ModerationSteps.Leila), Stop), sender.Send(new AnswerSecondLook(look, false, "photos", senior), Stop));
        refusals.Count(r => r.Count == 0).ShouldBe(1);
        refusals.Single(r => r.Count > 0).ShouldHaveSingleItem().Key.ShouldBe(AnswerSecondLookHandler.Answered);
    }

    [Fact]
    public async Task What_its_seller_has_changed_since_is_not_asked_about()
    {
        var advert = await market.Submit();
        await market.Send(new RefuseCase(advert.CaseOf(), 1, ModerationSteps.Karim, "photos", null));
        await market.Tell(advert with { Revision = 2 });
        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get("/fr/moderation/blind");
        await leila.Post("/fr/moderation/blind", "next");
        leila.Page.ShouldContain("Rien à regarder");
        await using var session = market.Store.QuerySession();
        (await session.LoadAsync<SecondLook>(Decision.IdOf(advert.CaseOf(), 1), Stop))!.State.ShouldBe(SecondLookState.Dropped);
    }

    [Fact]
    public async Task Seniors_alone_say_how_many()
    {
        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        await karim.Get("/fr/moderation/blind");
        karim.Page.ShouldNotContain("Sur cent décisions");
        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get("/fr/moderation/blind");
        await leila.Post("/fr/moderation/blind", "percent", ("percent", "101"));
        leila.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        leila.Page.ShouldContain("Écrivez un nombre de 0 à 100.");
        await leila.Post("/fr/moderation/blind", "percent", ("percent", "0"));
        leila.Status.ShouldBe(HttpStatusCode.Redirect);
        var advert = await market.Submit();
        await market.Send(new ApproveCase(advert.CaseOf(), 1, ModerationSteps.Karim));
        await using var session = market.Store.QuerySession();
        (await session.LoadAsync<SecondLook>(Decision.IdOf(advert.CaseOf(), 1), Stop)).ShouldBeNull();
    }
}
