using System.Net;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Souq.Accounts.Demo;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Mail.Letters;
using Souq.Moderation.Appeals;
using Souq.Moderation.Deciding;
using Souq.Moderation.Owner;
using Souq.Moderation.Rules;

namespace Souq.Integration.Moderation;

/// <summary>What a machine held or refused, a person looks at whenever its seller asks.</summary>
[Collection(nameof(ModerationMarket))]
public sealed class HumanEyesTests(ModerationMarket market) : IAsyncLifetime
{
    private static readonly RuleDraft Tobacco = new("Tabac", "Words", "Hold") { Words = "cigarette" };

    public async ValueTask InitializeAsync() => await market.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Who_was_refused_by_a_rule_asks_for_a_person_without_a_word_and_however_late()
    {
        await market.Rule(Tobacco with { Effect = "Refuse", ReasonCode = "forbidden" });
        var advert = await market.Submit("Lot de cigarettes");
        (await Notice<RefusedNotice>(advert)).ShouldSatisfyAllConditions(
            n => n.ShouldContain("personne ne l’a encore regardée"), n => n.ShouldContain("Demander le regard d’une personne"), n => n.ShouldContain("Ce que la règle a trouvé"));
        market.Letters().ShouldHaveSingleItem().TextBody.ShouldNotBeNull().ShouldContain("قواعدنا الآلية");

        market.Clock.Advance(TimeSpan.FromDays(90));
        using var seller = await Browser.SignIn(market, DemoPeople.Seller);
        await seller.Get($"/fr/appeal/{advert.CaseOf()}");
        seller.Page.ShouldContain("un modérateur, une personne");
        await seller.Post($"/fr/appeal/{advert.CaseOf()}", "appeal", ("words", " "));
        seller.Status.ShouldBe(HttpStatusCode.Redirect);
        (await market.Queue()).ShouldHaveSingleItem();

        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        await karim.Get($"/fr/moderation/cases/{advert.CaseOf()}");
        karim.Page.ShouldContain("le vendeur demande le regard d’une personne");
        (await market.Send(new OverturnDecision(advert.CaseOf(), 1, ModerationSteps.Leila))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_persons_decision_is_appealed_against_with_words_and_in_time()
    {
        var advert = await market.Submit();
        await market.Send(new RefuseCase(advert.CaseOf(), 1, ModerationSteps.Karim, "photos", null));
        (await market.Send(new AppealDecision(advert.CaseOf(), advert.SellerId, " "))).ShouldHaveSingleItem().Key.ShouldBe("Appeal.WordsMissing");
        (await Notice<RefusedNotice>(advert)).ShouldNotContain("Demander le regard");
        market.Clock.Advance(Appeal.Window);
        (await market.Send(new AppealDecision(advert.CaseOf(), advert.SellerId, "Mes photos"))).ShouldHaveSingleItem().Key.ShouldBe(AppealDecisionHandler.TooLate);
    }

    [Fact]
    public async Task Who_is_held_by_a_rule_reads_that_a_person_looks_and_what_was_found()
    {
        await market.Rule(Tobacco);
        var (held, free) = (await market.Submit("Cigarettes"), await market.Submit("Clio"));
        (await Notice<HeldNotice>(held)).ShouldSatisfyAllConditions(n => n.ShouldContain("une personne lit votre annonce"), n => n.ShouldContain("cigarette"));
        (await Notice<HeldNotice>(free)).ShouldBeEmpty();
        (await Notice<HeldNotice>(held, ModerationSteps.FrenchSeller)).ShouldBeEmpty();
        await market.Send(new ApproveCase(held.CaseOf(), 1, ModerationSteps.Karim));
        (await Notice<HeldNotice>(held)).ShouldBeEmpty();
    }

    private async Task<string> Notice<T>(ListingSubmitted advert, Guid? viewer = null) where T : IComponent
    {
        await using var scope = market.Host.Services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            using var _ = MailCulture.Use(Language.French);
            var slot = new ListingSlot(advert.ListingId, advert.Number, advert.SellerId, advert.Title, viewer ?? advert.SellerId);
            var shown = await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Context"] = slot }));
            return WebUtility.HtmlDecode(shown.ToHtmlString()).Trim();
        });
    }
}
