using System.Net;
using System.Text.RegularExpressions;
using Souq.Listings.Contracts;
using Souq.Moderation;
using Souq.Moderation.Bulk;
using Souq.Moderation.Claiming;
using Souq.Moderation.Rules;
using Souq.Moderation.Undoing;

namespace Souq.Integration.Moderation;

[Collection(nameof(ModerationMarket))]
public sealed class BulkTests(ModerationMarket market) : AtTheConsole(market)
{
    [Fact]
    public async Task Cases_alike_are_decided_at_once_each_with_its_own_fact_and_what_stands_in_the_way_is_told()
    {
        var adverts = new List<ListingSubmitted>();
        for (var i = 1; i <= 5; i++) adverts.Add(await Market.Submit($"Montre {i}", ModerationSteps.FrenchSeller));
        await Market.Submit("Clio");
        await Karim.Get($"/fr/moderation/cases/{adverts[0].CaseOf()}");
        Karim.Page.ShouldContain("du même vendeur");
        var page = $"/fr/moderation/alike/{adverts[0].CaseOf()}?by=seller";
        await Karim.Get(page);
        Karim.Page.ShouldContain("5 dossiers");
        Karim.Page.ShouldContain("Montre 5");
        Karim.Page.ShouldNotContain("Clio");
        await Market.Send(new ClaimCase(adverts[1].CaseOf(), ModerationSteps.Leila));
        await Market.Tell(adverts[2] with { Revision = 2 });
        await Karim.Post(page, "alike", [("act", "Refuse"), ("reasonCode", "forbidden"), ("words", "Contrefaçon"), .. Ticked()]);
        Karim.Status.ShouldBe(HttpStatusCode.Redirect);
        var bulk = Karim.Location;
        await Karim.Follow();
        Karim.Page.ShouldContain("Tout annuler");
        (await Market.Events(adverts[0])).ShouldBe(["CaseOpened"]);

        await Begin(bulk);
        await Karim.Get(bulk);
        foreach (var words in new[] { "3 dossiers décidés", "2 dossiers laissés", "Montre 2", "un autre modérateur l'a en main", "modifié entre-temps" }) Karim.Page.ShouldContain(words);
        (await Market.Events(adverts[0])).ShouldBe(["CaseOpened", "CaseRefused"]);
        (await Market.Find(adverts[1])).State.ShouldBe(CaseState.Waiting);
        Market.Letters().ShouldBeEmpty();
        await Market.Post();
        var letter = Market.Letters().ShouldHaveSingleItem().TextBody.ShouldNotBeNull();
        foreach (var refused in new[] { adverts[0], adverts[3], adverts[4] }) letter.ShouldContain($"appeal/{refused.CaseOf()}");
    }

    [Fact]
    public async Task Taken_back_no_case_is_decided()
    {
        var (first, second) = (await Market.Submit(), await Market.Submit());
        var page = $"/fr/moderation/alike/{first.CaseOf()}?by=sign";
        await Karim.Get(page);
        Karim.Page.ShouldContain("même signal, même rubrique");
        await Karim.Post(page, "alike", [("act", "Approve"), ("reasonCode", ""), ("words", ""), .. Ticked()]);
        var bulk = Karim.Location;
        await Karim.Follow();
        await Karim.Post(bulk, "undo-all");
        await Karim.Follow();
        Karim.Page.ShouldContain("rien n'a été décidé");
        await Begin(bulk);
        foreach (var advert in new[] { first, second }) (await Market.Find(advert)).State.ShouldBe(CaseState.Waiting);
    }

    [Fact]
    public async Task Those_of_a_rule_are_found_and_decided_in_steps_once_each()
    {
        var rule = await Market.Rule(new RuleDraft("Tabac", "Words", "Flag") { Words = "cigarette" });
        var adverts = new List<ListingSubmitted>();
        for (var i = 1; i <= 23; i++) adverts.Add(await Market.Submit($"Cigarettes {i}"));
        var page = $"/fr/moderation/alike/{adverts[0].CaseOf()}?by=rule&rule={rule}";
        await Karim.Get(page);
        Karim.Page.ShouldContain("23 dossiers");
        await Karim.Post(page, "alike", [("act", "Refuse"), ("reasonCode", "forbidden"), ("words", ""), .. Ticked()]);
        await Begin(Karim.Location);
        await Begin(Karim.Location);
        foreach (var advert in adverts) (await Market.Events(advert)).ShouldBe(["CaseOpened", "CaseRefused"]);
        (await Market.Queue()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_decision_or_a_case_the_form_comes_back_filled()
    {
        var (first, _) = (await Market.Submit("Premier"), await Market.Submit("Deuxième"));
        var page = $"/fr/moderation/alike/{first.CaseOf()}?by=seller";
        await Karim.Get(page);
        await Karim.Post(page, "alike", [("act", "Refuse"), ("reasonCode", ""), ("words", "Faux"), .. Ticked().Take(1)]);
        Karim.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Karim.Page.ShouldContain("Choisissez une raison");
        Karim.Page.ShouldContain("Faux");
        Regex.Count(Karim.Page, "name=\"cases\"[^>]* checked").ShouldBe(1);
        await Karim.Post(page, "alike", ("act", "Approve"), ("reasonCode", ""), ("words", ""));
        Karim.Page.ShouldContain("Cochez au moins un dossier");
    }

    [Theory]
    [InlineData("/fr/moderation/alike/00000000-0000-0000-0000-0000000000ff?by=seller")]
    [InlineData("/fr/moderation/alike/00000000-0000-0000-0000-0000000000ff?by=rule&rule=none")]
    [InlineData("/fr/moderation/alike/00000000-0000-0000-0000-0000000000ff?by=99")]
    [InlineData("/fr/moderation/bulk/00000000-0000-0000-0000-0000000000ff")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        await Karim.Get(address);
        Karim.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private IEnumerable<(string Name, string Value)> Ticked() =>
        Regex.Matches(Karim.Page, "name=\"cases\" value=\"([^\"]+)\"").Select(m => ("cases", m.Groups[1].Value));

    private async Task Begin(string bulk)
    {
        Market.Clock.Advance(Intent.Window);
        await Market.Tell(new CarryOutBulk(Guid.Parse(bulk[(bulk.LastIndexOf('/') + 1)..])));
    }
}
