using Souq.Accounts.Demo;
using Souq.Listings.Contracts;
using Souq.Moderation;
using Souq.Moderation.Deciding;
using Souq.Moderation.Rules;
using Souq.Moderation.Rules.Shipped;

namespace Souq.Integration.Moderation;

[Collection(nameof(ModerationMarket))]
public sealed class UnseenTests(ModerationMarket market) : IAsyncLifetime
{
    private static readonly RuleDraft Tobacco = new("Tabac", "Words", "Hold") { Words = "cigarette\nسجائر" };

    public async ValueTask InitializeAsync() => await market.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_was_public_at_once_and_a_rule_would_have_held_is_hidden_until_a_moderator_has_looked()
    {
        var rule = await market.Rule(Tobacco);
        var (advert, fact) = Published("Lot de cuisine", "avec 10 cigarettes");
        await market.Tell(new ListingsUnseen([fact]));
        await market.Tell(new ListingsUnseen([fact]));
        (await market.Events(advert)).ShouldBe(["CaseRaised", "CaseHidden"]);
        var item = (await market.Queue()).ShouldHaveSingleItem();
        (string.Join(' ', item.Why), item.Rules.ShouldHaveSingleItem().Evidence).ShouldBe(("hidden at-once", "cigarette"));
        market.Letters().ShouldHaveSingleItem().TextBody.ShouldNotBeNull().ShouldContain("قاعدة");

        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        await karim.Get($"/fr/moderation/cases/{advert.CaseOf()}");
        karim.Page.ShouldContain("une règle l’aurait retenue");
        (await market.Send(new KeepCase(advert.CaseOf(), 1, ModerationSteps.Karim))).ShouldBeEmpty();
        (await market.Find(advert)).ShouldSatisfyAllConditions(c => c.Hidden.ShouldBeNull(), c => c.State.ShouldBe(CaseState.Approved));
        (await market.Records(rule)).ShouldBe([false]);
    }

    [Fact]
    public async Task Of_a_file_only_what_a_rule_would_hold_is_hidden_and_what_it_only_flags_stays()
    {
        await market.Rule(Tobacco);
        await market.Rule(new RuleDraft("Autos", "Words", "Flag") { Words = "clio" });
        var (bad, good, seen) = (Published("سجائر", ""), Published("Clio", ""), Published("Cigarettes", ""));
        await market.Tell(new ListingsPublished([bad.Fact.Published, good.Fact.Published, seen.Fact.Published]));
        await market.Tell(new ListingsUnseen([bad.Fact, good.Fact]));
        (await market.Queue()).ShouldHaveSingleItem().Number.ShouldBe(bad.Advert.Number);
    }

    [Fact]
    public async Task A_small_edit_that_says_what_a_rule_holds_hides_an_advert_that_was_approved()
    {
        await market.Rule(Tobacco);
        var advert = await market.Submit("Clio 4");
        await market.Send(new ApproveCase(advert.CaseOf(), 1, ModerationSteps.Karim));
        var edit = FactOf(advert, "Clio 4", "échange contre cigarettes");
        await market.Tell(new ListingsUnseen([edit with { Published = edit.Published with { Revision = 2, First = false } }]));
        (await market.Events(advert)).TakeLast(2).ShouldBe(["CaseRaised", "CaseHidden"]);
        (await market.Find(advert)).Revision.ShouldBe(2);
        (await market.Send(new RemoveCase(advert.CaseOf(), 2, ModerationSteps.Karim, "forbidden", null))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_trial_goes_by_what_an_advert_said_then()
    {
        var advert = await market.Submit("Cigarettes");
        await market.Send(new RefuseCase(advert.CaseOf(), 1, ModerationSteps.Karim, "forbidden", null));
        await market.Tell(advert with { Revision = 2, Title = "Clio 4" });
        await market.Send(new ApproveCase(advert.CaseOf(), 2, ModerationSteps.Karim));
        var id = Guid.CreateVersion7();
        (await market.Send(new WriteRule(id, 0, Tobacco, ModerationSteps.Leila))).ShouldBeEmpty();
        (await market.Send(new TryRule(id, 30, ModerationSteps.Leila))).ShouldBeEmpty();
        var trial = await market.Trial(id);
        (trial.Caught, trial.Wrong, trial.Missed, trial.Undecided).ShouldBe((1, 0, 0, 0));
    }

    [Fact]
    public async Task Shipped_rules_come_once_are_in_force_and_say_where_they_come_from()
    {
        await market.Send(new LoadShippedRules());
        await market.Send(new LoadShippedRules());
        foreach (var shipped in ShippedRules.All) (await market.Rule(shipped.Id)).ShouldSatisfyAllConditions(r => r.Revision.ShouldBe(1), r => r.Holds.ShouldBe(1));
        await market.Submit("سجائر أجنبية بالجملة");
        await market.Submit("Golf 7, allume-cigare");
        (await market.Queue()).Select(i => i.Rules.Count).ShouldBe([1, 0]);

        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get($"/fr/moderation/rules/{ShippedRules.All[0].Id}");
        leila.Page.ShouldContain("Loi 18-05 du 10 mai 2018");
        await market.Send(new SwitchRuleOff(ShippedRules.All[0].Id, ModerationSteps.Leila));
        await market.Send(new LoadShippedRules());
        (await market.Rule(ShippedRules.All[0].Id)).InForce.ShouldBeNull();
    }

    private (ListingSubmitted Advert, UnseenListing Fact) Published(string title, string unseen) =>
        market.Advert(title) is var advert ? (advert, FactOf(advert, title, unseen)) : default;

    private static UnseenListing FactOf(ListingSubmitted a, string title, string unseen) => new(
        new ListingPublished(a.ListingId, a.Revision, a.Number, a.SellerId, a.SectionId, title, a.CommuneCode, a.Price, a.PhotoId, First: true, a.At), unseen);
}
