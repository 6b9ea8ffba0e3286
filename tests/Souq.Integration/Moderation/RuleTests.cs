using System.Net;
using Souq.Accounts.Demo;
using Souq.Listings.Contracts;
using Souq.Moderation;
using Souq.Moderation.Appeals;
using Souq.Moderation.Deciding;
using Souq.Moderation.Rules;

namespace Souq.Integration.Moderation;

[Collection(nameof(ModerationMarket))]
public sealed class RuleTests(ModerationMarket market) : IAsyncLifetime
{
    private static readonly RuleDraft Tobacco = new("Tabac", "Words", "Hold") { Words = "cigarette\nسجائر" };

    public async ValueTask InitializeAsync() => await market.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_rule_in_force_says_why_and_shows_it_in_the_queue_and_on_the_case()
    {
        await market.Rule(Tobacco);
        await market.Submit("Clio 4");
        var advert = await market.Submit("السّجائر بالجملة");
        (await market.Queue()).Select(i => i.Rules.Count).ShouldBe([0, 1]);

        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        await karim.Get("/fr/moderation");
        karim.Page.ShouldContain("Tabac");
        await karim.Get($"/fr/moderation/cases/{advert.CaseOf()}");
        karim.Page.ShouldContain("سجائر");
    }

    [Fact]
    public async Task What_a_description_says_counts_too_and_a_rule_that_is_off_says_nothing()
    {
        var rule = await market.Rule(Tobacco);
        var first = market.Advert() with { Description = "avec 10 cigarettes" };
        await market.Tell(first);
        (await market.Send(new SwitchRuleOff(rule, ModerationSteps.Leila))).ShouldBeEmpty();
        await market.Tell(market.Advert() with { Description = "avec 10 cigarettes" });
        (await market.Queue()).Select(i => i.Rules.Count).ShouldBe([1, 0]);
        (await market.Queue())[0].Rules[0].Evidence.ShouldBe("cigarette");
    }

    [Fact]
    public async Task What_a_rule_refuses_is_refused_once_with_a_letter_and_an_appeal_brings_it_back()
    {
        var rule = await market.Rule(Tobacco with { Effect = "Refuse", ReasonCode = "forbidden" });
        var advert = market.Advert("Cigarettes");
        await market.Tell(advert);
        await market.Tell(advert);
        (await market.Events(advert)).ShouldBe(["CaseOpened", "CaseRefused"]);
        (await market.Queue()).ShouldBeEmpty();
        market.Letters().ShouldHaveSingleItem();

        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get($"/fr/moderation/cases/{advert.CaseOf()}");
        leila.Page.ShouldContain("une règle automatique");

        await market.Appeal(advert);
        (await market.Queue()).ShouldHaveSingleItem();
        (await market.Send(new OverturnDecision(advert.CaseOf(), 1, ModerationSteps.Leila))).ShouldBeEmpty();
        (await market.Find(advert)).State.ShouldBe(CaseState.Approved);
        (await market.Records(rule)).ShouldBe([false]);
    }

    [Fact]
    public async Task A_file_full_of_what_a_rule_refuses_is_refused_as_well()
    {
        await market.Rule(Tobacco with { Effect = "Refuse", ReasonCode = "forbidden" });
        var adverts = new[] { market.Advert("Cigarettes"), market.Advert("Clio"), market.Advert("سجائر") };
        await market.Tell(new ListingsSubmitted(adverts));
        (await market.Queue()).Select(i => i.Number).ShouldBe([adverts[1].Number]);
        await market.Post();
        var letter = market.Letters().ShouldHaveSingleItem().TextBody.ShouldNotBeNull();
        foreach (var refused in new[] { adverts[0], adverts[2] }) letter.ShouldContain(refused.Title);
    }

    [Fact]
    public async Task Too_many_in_an_hour_are_seen()
    {
        await market.Rule(new RuleDraft("Trop", "Pace", "Hold") { Count = "3" });
        for (var i = 0; i < 3; i++) await market.Submit($"Clio {i}");
        await market.Submit("Golf", seller: ModerationSteps.Leila);
        (await market.Queue()).Select(i => i.Rules.Count).ShouldBe([0, 0, 1, 0]);
    }

    [Fact]
    public async Task A_rule_moderators_disagree_with_holds_nothing_back_any_more_and_says_so()
    {
        var rule = await market.Rule(Tobacco);
        for (var i = 0; i < RulePrecision.Fewest; i++)
        {
            (await market.Rule(rule)).InForce!.Effect.ShouldBe(RuleEffect.Hold);
            var advert = await market.Submit("Cigarette");
            await market.Send(i % 3 == 0 ? new RefuseCase(advert.CaseOf(), 1, ModerationSteps.Karim, "forbidden", null) : new ApproveCase(advert.CaseOf(), 1, ModerationSteps.Karim));
        }

        (await market.Rule(rule)).InForce!.Effect.ShouldBe(RuleEffect.Flag);
        (await market.Rule(rule)).Softened.ShouldBe(new RuleSoftened(7, 13, market.Clock.GetUtcNow()));
        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get("/fr/moderation/rules");
        leila.Page.ShouldContain("Adoucie d’elle-même");
        leila.Page.ShouldContain("35 %");
    }

    [Fact]
    public async Task A_trial_shows_what_a_rule_would_have_done_and_changes_nothing()
    {
        var (bad, good, missed) = (await market.Submit("Cigarettes"), await market.Submit("Cigarette en chocolat"), await market.Submit("Vin rouge"));
        await market.Submit("سجائر");
        await market.Send(new RefuseCase(bad.CaseOf(), 1, ModerationSteps.Karim, "forbidden", null));
        await market.Send(new ApproveCase(good.CaseOf(), 1, ModerationSteps.Karim));
        await market.Send(new RefuseCase(missed.CaseOf(), 1, ModerationSteps.Karim, "forbidden", null));
        var id = Guid.CreateVersion7();
        (await market.Send(new WriteRule(id, 0, Tobacco, ModerationSteps.Leila))).ShouldBeEmpty();
        (await market.Send(new TryRule(id, 30, ModerationSteps.Leila))).ShouldBeEmpty();

        var trial = await market.Trial(id);
        (trial.Caught, trial.Wrong, trial.Missed, trial.Undecided, trial.Seen).ShouldBe((1, 1, 1, 1, 7));
        trial.EndedAt.ShouldNotBeNull();
        trial.WrongExamples.ShouldHaveSingleItem().Number.ShouldBe(good.Number);

        (await market.Rule(id)).InForce.ShouldBeNull();
        (await market.Queue()).ShouldHaveSingleItem().Rules.ShouldBeEmpty();
        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get($"/fr/moderation/rules/{id}");
        leila.Page.ShouldContain("50 %");
        leila.Page.ShouldContain($"moderation/cases/{good.CaseOf()}");
    }

    [Fact]
    public async Task A_trial_over_days_in_which_nothing_happened_ends_with_nothing()
    {
        var rule = await market.Rule(Tobacco);
        market.Clock.Advance(TimeSpan.FromDays(8));
        (await market.Send(new TryRule(rule, 7, ModerationSteps.Leila))).ShouldBeEmpty();
        (await market.Trial(rule)).EndedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task While_a_trial_runs_the_page_comes_again_and_takes_nothing_typed_with_it()
    {
        var rule = await market.Rule(Tobacco);
        await market.Begin(new Trial { Id = rule, Revision = 1, Days = 30, StartedAt = market.Clock.GetUtcNow(), Seen = 10, All = 100 });
        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get($"/fr/moderation/rules/{rule}");
        leila.Page.ShouldContain("http-equiv=\"refresh\"");
        leila.Page.ShouldContain("<progress value=\"10\" max=\"100\">");
        leila.Page.ShouldNotContain("<textarea");

        await market.Begin(new Trial { Id = rule, Revision = 1, Days = 30, StartedAt = market.Clock.GetUtcNow() - Trial.Longest });
        await leila.Get($"/fr/moderation/rules/{rule}");
        leila.Page.ShouldNotContain("http-equiv=\"refresh\"");
        leila.Page.ShouldContain("n’a pas abouti");
        leila.Page.ShouldContain("<textarea");
    }

    [Fact]
    public async Task An_admin_writes_tries_and_switches_a_rule_in_the_browser()
    {
        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get("/fr/moderation/rules");
        leila.Page.ShouldContain("Aucune règle");
        await leila.Get("/fr/moderation/rules/new");
        await leila.Post("/fr/moderation/rules/new", "rule", ("id", $"{Guid.CreateVersion7()}"), ("seen", "0"), ("name", "Tabac"), ("kind", "Words"), ("effect", "Refuse"), ("words", "cigarette"));
        leila.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        leila.Page.ShouldContain("Choisissez le motif donné au vendeur.");
        leila.Page.ShouldContain(">cigarette</textarea>");

        await leila.Post("/fr/moderation/rules/new", "rule", ("id", $"{Guid.CreateVersion7()}"), ("seen", "0"), ("name", "Tabac"), ("kind", "Words"), ("effect", "Hold"), ("words", "cigarette"));
        leila.Status.ShouldBe(HttpStatusCode.Redirect);
        var page = leila.Location;
        await leila.Get(page);
        leila.Page.ShouldContain("Désactivée");
        await leila.Post(page, "try", ("days", "30"));
        leila.Status.ShouldBe(HttpStatusCode.Redirect);
        await leila.Post(page, "force", ("revision", "1"));
        leila.Status.ShouldBe(HttpStatusCode.Redirect);
        await leila.Get(page);
        leila.Page.ShouldContain("Retient pour un modérateur");
        await leila.Post(page, "rule", ("seen", "0"), ("name", "Tabac"), ("kind", "Words"), ("effect", "Hold"), ("words", "x"));
        leila.Status.ShouldBe(HttpStatusCode.Conflict);
        leila.Page.ShouldContain("entre-temps");
        leila.Page.ShouldContain(">x</textarea>");
        leila.Page.ShouldContain("name=\"seen\" value=\"1\"");
        await leila.Post(page, "off");
        leila.Status.ShouldBe(HttpStatusCode.Redirect);
        await leila.Post(page, "off");
        leila.Status.ShouldBe(HttpStatusCode.Redirect);
        await leila.Post(page, "rule", ("seen", "1"), ("name", "Tabac"), ("kind", "Words"), ("effect", "Hold"), ("words", ""));
        leila.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        leila.Page.ShouldContain("value=\"rule\"");
        leila.Page.ShouldNotContain("value=\"off\"", customMessage: "it is off already");
        await leila.Get($"/fr/moderation/rules/{Guid.CreateVersion7()}");
        leila.Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
