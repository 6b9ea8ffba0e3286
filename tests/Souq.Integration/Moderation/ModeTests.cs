using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Souq.Accounts.Contracts;
using Souq.Accounts.Demo;
using Souq.Moderation;
using Souq.Moderation.Contracts;
using Souq.Moderation.Deciding;
using Souq.Moderation.Modes;
using Souq.Moderation.Rules;

namespace Souq.Integration.Moderation;

[Collection(nameof(ModerationMarket))]
public sealed class ModeTests(ModerationMarket market) : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await market.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private IEnumerable<CaseDecided> Decided => market.Host.Services.GetRequiredService<DecisionProbe>().Decided;

    [Fact]
    public async Task What_passes_is_public_at_once_with_a_letter_and_nobody_waits()
    {
        await market.Mode(ReviewMode.After);
        var advert = await market.Submit();
        (await market.Events(advert)).ShouldBe(["CaseOpened", "CasePassed"]);
        Decided.ShouldHaveSingleItem().Outcome.ShouldBe(Outcome.Approved);
        Decided.Single().Passed.ShouldBeTrue();
        (await market.Queue()).ShouldBeEmpty();
        market.Letters().ShouldHaveSingleItem();
        await market.Tell(advert);
        market.Letters().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task One_of_the_sample_is_public_and_waits_and_can_be_kept_or_removed()
    {
        await market.Mode(ReviewMode.After, sampled: 100);
        var (good, bad) = (await market.Submit(), await market.Submit());
        (await market.Queue()).Select(i => i.Why.Single()).ShouldBe(["sampled", "sampled"]);
        Decided.Select(d => d.Outcome).ShouldBe([Outcome.Approved, Outcome.Approved]);

        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        await karim.Get($"/fr/moderation/cases/{good.CaseOf()}");
        karim.Page.ShouldContain("Tirée dans l’échantillon");
        (await market.Send(new KeepCase(good.CaseOf(), 1, ModerationSteps.Karim))).ShouldBeEmpty();
        (await market.Send(new RemoveCase(bad.CaseOf(), 1, ModerationSteps.Karim, "fraud", null))).ShouldBeEmpty();
        (await market.Find(good)).State.ShouldBe(CaseState.Approved);
        (await market.Find(bad)).State.ShouldBe(CaseState.Removed);
        (await market.Queue()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_seller_waits_until_he_is_known()
    {
        await market.Mode(ReviewMode.Newcomers);
        await market.Submit();
        (await market.Queue()).Count.ShouldBe(1);
        await market.Tell(new TrustChanged(ModerationSteps.Seller, TrustLevel.Known, market.Clock.GetUtcNow()));
        await market.Submit();
        (await market.Queue()).Count.ShouldBe(1);
        // News that come late change nothing.
        await market.Tell(new TrustChanged(ModerationSteps.Seller, TrustLevel.New, market.Clock.GetUtcNow().AddMinutes(-1)));
        await market.Submit();
        (await market.Queue()).Count.ShouldBe(1);
        // Whoever is gone waits for nothing, and nothing is known of him.
        await market.Tell(new PersonErased(ModerationSteps.Seller, market.Clock.GetUtcNow()));
        (await market.Queue()).ShouldBeEmpty();
        var again = await market.Submit();
        (await market.Queue()).ShouldHaveSingleItem().Id.ShouldBe(again.CaseOf());
    }

    [Fact]
    public async Task What_a_rule_holds_waits_though_the_section_lets_pass()
    {
        await market.Mode(ReviewMode.After);
        await market.Rule(new RuleDraft("Tabac", "Words", "Hold") { Words = "cigarette" });
        await market.Rule(new RuleDraft("Vin", "Words", "Flag") { Words = "vin" });
        var (held, flagged) = (await market.Submit("Cigarettes"), await market.Submit("Vin rouge"));
        (await market.Queue()).ShouldHaveSingleItem().Id.ShouldBe(held.CaseOf());
        (await market.Find(flagged)).State.ShouldBe(CaseState.Approved);
    }

    [Fact]
    public async Task An_admin_sets_modes_in_the_browser_and_a_bad_number_stays_where_it_was_typed()
    {
        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get("/fr/moderation/modes");
        await leila.Post("/fr/moderation/modes", "mode-100", ("mode-100", "After"), ("first-100", "3"), ("sampled-100", "250"));
        leila.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        leila.Page.ShouldContain("Indiquez un nombre de 0 à 100.");
        leila.Page.ShouldContain("value=\"250\"");
        await leila.Post("/fr/moderation/modes", "mode-100", ("mode-100", "After"), ("first-100", "٥"), ("sampled-100", "0"));
        leila.Status.ShouldBe(HttpStatusCode.Redirect);
        await market.Submit();
        (await market.Queue()).ShouldBeEmpty();
    }
}
