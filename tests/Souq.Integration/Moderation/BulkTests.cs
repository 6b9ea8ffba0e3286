using System.Net;
using System.Text.RegularExpressions;
using Souq.Accounts.Demo;
using Souq.Listings.Contracts;
using Souq.Moderation;
using Souq.Moderation.Bulk;
using Souq.Moderation.Claiming;
using Souq.Moderation.Rules;
using Souq.Moderation.Undoing;

namespace Souq.Integration.Moderation;

[Collection(nameof(ModerationMarket))]
public sealed class BulkTests(ModerationMarket market) : IAsyncLifetime
{
    private Browser karim = null!;

    public async ValueTask InitializeAsync()
    {
        await market.Empty();
        karim = await Browser.SignIn(market, DemoPeople.Moderator);
    }

    public ValueTask DisposeAsync()
    {
        karim.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Cases_alike_are_decided_at_once_each_with_its_own_fact_and_what_stands_in_the_way_is_told()
    {
        var adverts = new List<ListingSubmitted>();
        for (var i = 1; i <= 5; i++) adverts.Add(await market.Submit($"Montre {i}", ModerationSteps.FrenchSeller));
        await market.Submit("Clio");
        await karim.Get($"/fr/moderation/cases/{adverts[0].CaseOf()}");
        karim.Page.ShouldContain("du même vendeur");
        var page = $"/fr/moderation/alike/{adverts[0].CaseOf()}?by=seller";
        await karim.Get(page);
        karim.Page.ShouldContain("5 dossiers");
        karim.Page.ShouldContain("Montre 5");
        karim.Page.ShouldNotContain("Clio");
        await market.Send(new ClaimCase(adverts[1].CaseOf(), ModerationSteps.Leila));
        await market.Tell(adverts[2] with { Revision = 2 });
        await karim.Post(page, "alike", [("act", "Refuse"), ("reasonCode", "forbidden"), ("words", "Contrefaçon"), .. Ticked()]);
        karim.Status.ShouldBe(HttpStatusCode.Redirect);
        var bulk = karim.Location;
        await karim.Follow();
        karim.Page.ShouldContain("Tout annuler");
        (await market.Events(adverts[0])).ShouldBe(["CaseOpened"]);

        await Begin(bulk);
        await karim.Get(bulk);
        foreach (var words in new[] { "3 dossiers décidés", "2 dossiers laissés", "Montre 2", "un autre modérateur l'a en main", "modifié entre-temps" }) karim.Page.ShouldContain(words);
        (await market.Events(adverts[0])).ShouldBe(["CaseOpened", "CaseRefused"]);
        (await market.Find(adverts[1])).State.ShouldBe(CaseState.Waiting);
        market.Letters().Count.ShouldBe(3);
    }

    [Fact]
    public async Task Taken_back_no_case_is_decided()
    {
        var (first, second) = (await market.Submit(), await market.Submit());
        var page = $"/fr/moderation/alike/{first.CaseOf()}?by=sign";
        await karim.Get(page);
        karim.Page.ShouldContain("même signal, même rubrique");
        await karim.Post(page, "alike", [("act", "Approve"), ("reasonCode", ""), ("words", ""), .. Ticked()]);
        var bulk = karim.Location;
        await karim.Follow();
        await karim.Post(bulk, "undo-all");
        await karim.Follow();
        karim.Page.ShouldContain("rien n'a été décidé");
        await Begin(bulk);
        foreach (var advert in new[] { first, second }) (await market.Find(advert)).State.ShouldBe(CaseState.Waiting);
    }

    [Fact]
    public async Task Those_of_a_rule_are_found_and_decided_in_steps_once_each()
    {
        var rule = await market.Rule(new RuleDraft("Tabac", "Words", "Flag") { Words = "cigarette" });
        var adverts = new List<ListingSubmitted>();
        for (var i = 1; i <= 23; i++) adverts.Add(await market.Submit($"Cigarettes {i}"));
        var page = $"/fr/moderation/alike/{adverts[0].CaseOf()}?by=rule&rule={rule}";
        await karim.Get(page);
        karim.Page.ShouldContain("23 dossiers");
        await karim.Post(page, "alike", [("act", "Refuse"), ("reasonCode", "forbidden"), ("words", ""), .. Ticked()]);
        await Begin(karim.Location);
        await Begin(karim.Location);
        foreach (var advert in adverts) (await market.Events(advert)).ShouldBe(["CaseOpened", "CaseRefused"]);
        (await market.Queue()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_decision_or_a_case_the_form_comes_back_filled()
    {
        var (first, _) = (await market.Submit("Premier"), await market.Submit("Deuxième"));
        var page = $"/fr/moderation/alike/{first.CaseOf()}?by=seller";
        await karim.Get(page);
        await karim.Post(page, "alike", [("act", "Refuse"), ("reasonCode", ""), ("words", "Faux"), .. Ticked().Take(1)]);
        karim.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        karim.Page.ShouldContain("Choisissez une raison");
        karim.Page.ShouldContain("Faux");
        Regex.Count(karim.Page, "name=\"cases\"[^>]* checked").ShouldBe(1);
        await karim.Post(page, "alike", ("act", "Approve"), ("reasonCode", ""), ("words", ""));
        karim.Page.ShouldContain("Cochez au moins un dossier");
    }

    [Theory]
    [InlineData("/fr/moderation/alike/00000000-0000-0000-0000-0000000000ff?by=seller")]
    [InlineData("/fr/moderation/alike/00000000-0000-0000-0000-0000000000ff?by=rule&rule=none")]
    [InlineData("/fr/moderation/alike/00000000-0000-0000-0000-0000000000ff?by=99")]
    [InlineData("/fr/moderation/bulk/00000000-0000-0000-0000-0000000000ff")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        await karim.Get(address);
        karim.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private IEnumerable<(string Name, string Value)> Ticked() =>
        Regex.Matches(karim.Page, "name=\"cases\" value=\"([^\"]+)\"").Select(m => ("cases", m.Groups[1].Value));

    private async Task Begin(string bulk)
    {
        market.Clock.Advance(Intent.Window);
        await market.Tell(new CarryOutBulk(Guid.Parse(bulk[(bulk.LastIndexOf('/') + 1)..])));
    }
}
