using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Souq.Accounts.Demo;
using Souq.Listings.Contracts;
using Souq.Moderation;
using Souq.Moderation.Appeals;
using Souq.Moderation.Contracts;
using Souq.Moderation.Correcting;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;
using Souq.Moderation.Undoing;
using Souq.Web.Commands;

namespace Souq.Integration.Moderation;

[Collection(nameof(ModerationMarket))]
public sealed class CorrectingTests(ModerationMarket market) : IAsyncLifetime
{
    private const int Another = 301;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await market.Empty();
        await market.SpeaksEnglish();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(DemoPeople.Seller, "نرجو تصحيح إعلانك", "هذا ليس رفضًا", "اعترض على القرار")]
    [InlineData("seller02@souq.test", "Merci de corriger votre annonce", "Ce n’est pas un refus", "Contester la décision")]
    [InlineData(ModerationSteps.EnglishSeller, "Please correct your advert", "This is no refusal", "Appeal")]
    public async Task A_seller_is_asked_for_a_correction_in_his_language_with_what_it_is_about(string email, string subject, string comfort, string appeal)
    {
        var advert = await market.Submit("Clio 4", DemoPeople.IdOf(email));
        (await market.Send(new ReturnCase(advert.CaseOf(), 1, ModerationSteps.Karim, "not-clear", "Année ?", "Clio 4"))).ShouldBeEmpty();
        var letter = market.Letters().ShouldHaveSingleItem();
        letter.Subject.ShouldNotBeNull().ShouldContain(subject);
        foreach (var said in new[] { "Clio 4", "Année ?", comfort, appeal, $"offer/{advert.ListingId}", $"appeal/{advert.CaseOf()}" }) letter.TextBody.ShouldNotBeNull().ShouldContain(said);
        (await market.Queue()).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_does_not_count_as_a_refusal()
    {
        var advert = await market.Submit();
        await market.Send(new ReturnCase(advert.CaseOf(), 1, ModerationSteps.Karim, "photos", null));
        await using (var session = market.Store.QuerySession()) (await SellerRecord.Of(advert.SellerId, session, Stop)).Refused.ShouldBe(0);
        await market.Tell(advert with { Revision = 2 });
        (await market.Queue()).ShouldHaveSingleItem().Why.ShouldContain("corrected");
    }

    [Fact]
    public async Task The_moderator_asks_with_a_reason_and_his_words_come_back_when_it_is_missing()
    {
        var advert = await market.Submit("Clio 4 propre", ModerationSteps.FrenchSeller);
        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        var address = $"/fr/moderation/cases/{advert.CaseOf()}";
        await karim.Get(address);
        await karim.Post(address, "refuse", ("revision", "1"), ("words", "Année ?"), ("quote", "propre"), ("act", "return"));
        karim.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        karim.Page.ShouldContain("Année ?");
        karim.Page.ShouldContain("value=\"propre\"");
        await karim.Post(address, "refuse", ("revision", "1"), ("reasonCode", "not-clear"), ("words", "Année ?"), ("quote", "propre"), ("act", "return"));
        await karim.Follow();
        karim.Page.ShouldContain("Renvoyée pour correction :");
        await market.Settle();
        (await market.Events(advert)).ShouldBe(["CaseOpened", "DecisionIntended", "CaseReturned"]);
        market.Letters().ShouldHaveSingleItem().TextBody.ShouldNotBeNull().ShouldContain("propre");

        using var seller = await Browser.SignIn(market, "seller02@souq.test");
        await seller.Get($"/fr/appeal/{advert.CaseOf()}");
        seller.Page.ShouldContain("Une correction vous a été demandée");
    }

    [Fact]
    public async Task A_refused_seller_reads_what_it_is_about()
    {
        var advert = await market.Submit("Clio 4 propre", ModerationSteps.FrenchSeller);
        await market.Send(new RefuseCase(advert.CaseOf(), 1, ModerationSteps.Karim, "fraud", null, "acompte obligatoire"));
        market.Letters().ShouldHaveSingleItem().TextBody.ShouldNotBeNull().ShouldContain("acompte obligatoire");
    }

    [Fact]
    public async Task Nothing_is_changed_that_the_moderator_has_not_seen()
    {
        var advert = await Calling();
        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        var address = $"/fr/moderation/cases/{advert.CaseOf()}/change";
        await karim.Get(address);
        karim.Page.ShouldContain("Clio 4 tel •••");
        // What he chose is not what he was shown.
        await karim.Post(address, "change", ("revision", "1"), ("section", $"{Another}"), ("hide", "title:11:10"), ("act", "confirm"), ("seen", "100 t11+10"));
        karim.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        karim.Page.ShouldContain("Regardez d’abord la différence");
        (await market.Events(advert)).ShouldBe(["CaseOpened"]);
        await karim.Post(address, "change", ("revision", "1"), ("section", $"{Another}"), ("hide", "title:11:10"), ("act", "confirm"), ("seen", $"{Another} t11+10"));
        karim.Status.ShouldBe(HttpStatusCode.Redirect);
        await market.Settle();
        (await market.Events(advert)).ShouldBe(["CaseOpened", "DecisionIntended", "CaseChanged"]);
    }

    [Fact]
    public async Task A_change_can_be_taken_back_before_anybody_hears_of_it()
    {
        var advert = await Calling();
        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        var address = $"/fr/moderation/cases/{advert.CaseOf()}/change";
        await karim.Get(address);
        await karim.Post(address, "change", ("revision", "1"), ("section", $"{Another}"), ("hide", "title:11:10"), ("act", "confirm"), ("seen", $"{Another} t11+10"));
        (await market.Send(new UndoDecision(advert.CaseOf(), ModerationSteps.Karim))).ShouldBeEmpty();
        await market.Settle();
        (await market.Events(advert)).ShouldBe(["CaseOpened", "DecisionIntended", "DecisionUndone"]);
        market.Letters().ShouldBeEmpty();
        (await market.Find(advert)).State.ShouldBe(CaseState.Waiting);
    }

    [Theory]
    [InlineData(DemoPeople.Seller, "إعلانك منشور مع تعديل", "كان:", "صار:")]
    [InlineData("seller02@souq.test", "Votre annonce est en ligne, avec une modification", "Avant :", "Maintenant :")]
    [InlineData(ModerationSteps.EnglishSeller, "Your advert is online, with a change", "Before:", "Now:")]
    public async Task The_seller_gets_the_difference_in_his_language(string email, string subject, string was, string now)
    {
        var advert = await Calling(email);
        await Change(advert);
        var letter = market.Letters().ShouldHaveSingleItem();
        letter.Subject.ShouldNotBeNull().ShouldContain(subject);
        letter.Subject.ShouldNotContain("0550123456");
        foreach (var said in new[] { was, now, "Clio 4 tel 0550123456", "Clio 4 tel •••", "Appelez le 0661234567.", "Appelez le •••.", $"l/{advert.Number}", $"appeal/{advert.CaseOf()}" })
            letter.TextBody.ShouldNotBeNull().ShouldContain(said);
        Decided().ShouldHaveSingleItem().Change.ShouldNotBeNull().SectionId.ShouldBe(Another);
    }

    [Fact]
    public async Task What_travels_says_where_something_is_hidden_and_not_what()
    {
        await Change(await Calling());
        var told = System.Text.Json.JsonSerializer.Serialize(Decided().ShouldHaveSingleItem());
        told.ShouldNotContain("0550123456");
        told.ShouldNotContain("0661234567");
    }

    [Fact]
    public async Task Two_moderators_who_decide_at_once_decide_once()
    {
        var advert = await Calling();
        object[] acts =
        [
            new ChangeCase(advert.CaseOf(), 1, ModerationSteps.Karim, Another, [], []), new ReturnCase(advert.CaseOf(), 1, ModerationSteps.Leila, "photos", null),
            new ChangeCase(advert.CaseOf(), 1, ModerationSteps.Leila, Another, [new(11, 10)], []), new ApproveCase(advert.CaseOf(), 1, ModerationSteps.Karim),
        ];
        var sender = market.Host.Services.GetRequiredService<CommandSender>();
        (await Task.WhenAll(acts.Select(a => sender.Send(a, Stop)))).Count(r => r.Count == 0).ShouldBe(1);
        (await market.Events(advert)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_change_is_appealed_against_and_undone()
    {
        var advert = await Calling();
        await Change(advert);
        using var seller = await Browser.SignIn(market, "seller02@souq.test");
        await seller.Get($"/fr/appeal/{advert.CaseOf()}");
        seller.Page.ShouldContain("Votre annonce a été modifiée avant sa publication");
        seller.Page.ShouldContain("Clio 4 tel •••");
        await market.Appeal(advert);
        (await market.Send(new OverturnDecision(advert.CaseOf(), 1, ModerationSteps.Leila))).ShouldBeEmpty();
        Decided().Select(d => d.Outcome).ShouldBe([Outcome.Changed, Outcome.Restored]);
    }

    [Fact]
    public async Task A_person_who_goes_takes_what_was_changed_along()
    {
        var advert = await Calling();
        await Change(advert);
        await market.Tell(new Souq.Accounts.Contracts.PersonErased(advert.SellerId, market.Clock.GetUtcNow()));
        await using var session = market.Store.QuerySession();
        (await session.LoadAsync<ChangeCopy>(Decision.IdOfChange(advert.CaseOf(), 1), Stop)).ShouldBeNull();
    }

    private async Task Change(ListingSubmitted advert) => (await market.Send(
        new ChangeCase(advert.CaseOf(), 1, ModerationSteps.Karim, Another, [new(11, 10)], [new(11, 10)]))).ShouldBeEmpty();

    private async Task<ListingSubmitted> Calling(string email = "seller02@souq.test")
    {
        var advert = market.Advert("Clio 4 tel 0550123456", DemoPeople.IdOf(email)) with { Description = "Appelez le 0661234567." };
        await market.Tell(advert);
        return advert;
    }

    private IReadOnlyList<CaseDecided> Decided() => [.. market.Host.Services.GetRequiredService<DecisionProbe>().Decided];
}
