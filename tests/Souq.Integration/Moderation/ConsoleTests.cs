using System.Net;
using Souq.Accounts.Demo;
using Souq.Moderation;
using Souq.Moderation.Claiming;
using Souq.Moderation.Deciding;

namespace Souq.Integration.Moderation;

[Collection(nameof(ModerationMarket))]
public sealed class ConsoleTests(ModerationMarket market) : AtTheConsole(market)
{
    [Fact]
    public async Task What_else_there_was_with_the_same_person_stands_beside_his_case()
    {
        var (refused, reported, wrong, _) = (await Market.Submit("Golf volée"), await Market.Publish("Polo"), await Market.Submit("Ibiza"), await Market.Submit("Accent", seller: ModerationSteps.Leila));
        await Market.Send(new RefuseCase(refused.CaseOf(), 1, ModerationSteps.Karim, "photos", null));
        await Market.Send(new RefuseCase(wrong.CaseOf(), 1, ModerationSteps.Karim, "photos", null));
        await Market.Appeal(wrong);
        (await Market.Send(new Souq.Moderation.Appeals.OverturnDecision(wrong.CaseOf(), 1, ModerationSteps.Leila))).ShouldBeEmpty();
        (await Market.Report(reported, null)).ShouldBeEmpty();
        var advert = await Market.Submit("Clio 4");

        using var karim = await Browser.SignIn(Market, DemoPeople.Moderator);
        await karim.Get($"/fr/moderation/cases/{advert.CaseOf()}");
        var head = karim.Page[karim.Page.IndexOf("class=\"case-notes\"", StringComparison.Ordinal)..];
        head = head[..head.IndexOf("class=\"case-history\"", StringComparison.Ordinal)];
        foreach (var words in new[] { "Autres signalements contre cette personne", "Arnaque", "En attente", "Autres décisions sur cette personne", "Golf volée", "Photos à revoir", $"moderation/cases/{reported.CaseOf()}" })
            head.ShouldContain(words);
        head.ShouldMatch("(?s)>Ibiza<.*?muted struck");
        head.ShouldNotContain("Accent");
        head.ShouldNotContain("Clio 4", customMessage: "its own history stands below");
    }

    [Fact]
    public async Task The_queue_shows_what_waits_and_why()
    {
        await Market.Submit("Clio 4 tel 0550123456");
        await Karim.Get("/fr/moderation");
        Karim.Page.ShouldContain("Clio 4 tel 0550123456");
        Karim.Page.ShouldContain("Numéro de téléphone dans le titre");
        Karim.Page.ShouldContain("1 en attente");
    }

    [Fact]
    public async Task Choosing_a_case_takes_it_in_hand()
    {
        var advert = await Market.Submit();
        await Karim.Get("/fr/moderation");
        await Karim.Post("/fr/moderation", "open", ("case", $"{advert.CaseOf()}"));
        Karim.Location.ShouldBe($"/fr/moderation/cases/{advert.CaseOf()}");
        await Karim.Follow();
        Karim.Status.ShouldBe(HttpStatusCode.OK);
        Karim.Page.ShouldContain("Entre vos mains");
        (await Market.Find(advert)).Lease!.By.ShouldBe(ModerationSteps.Karim);
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("7c1a1f52-3a70-4a45-9d0b-0a3c1c0f2b11")]
    public async Task A_case_that_is_none_cannot_be_taken_in_hand(string none)
    {
        await Market.Submit();
        await Karim.Get("/fr/moderation");
        await Karim.Post("/fr/moderation", "open", ("case", none));
        Karim.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task After_a_decision_comes_the_next_case_with_what_was_just_done()
    {
        var (first, second) = (await Market.Submit("Premier"), await Market.Submit("Deuxième"));
        await Approve(Karim, first);
        Karim.Location.ShouldBe($"/fr/moderation/cases/{second.CaseOf()}?done={first.CaseOf()}");
        await Karim.Follow();
        Karim.Page.ShouldContain("Acceptée :");
        Karim.Page.ShouldContain("Premier");
        (await Market.Find(second)).Lease!.By.ShouldBe(ModerationSteps.Karim);
    }

    [Fact]
    public async Task The_last_decision_leads_to_an_empty_queue()
    {
        var advert = await Market.Submit();
        await Approve(Karim, advert);
        await Karim.Follow();
        Karim.Page.ShouldContain("Rien n'attend");
    }

    [Fact]
    public async Task Moving_on_puts_the_case_before_back()
    {
        var (first, second) = (await Market.Submit(), await Market.Submit());
        await Market.Send(new ClaimCase(first.CaseOf(), ModerationSteps.Karim));
        await Karim.Get($"/moderation/cases/{first.CaseOf()}");
        await Karim.Post($"/moderation/cases/{first.CaseOf()}", "next");
        Karim.Location.ShouldBe($"/moderation/cases/{second.CaseOf()}");
        (await Market.Find(first)).Lease.ShouldBeNull();
    }

    [Fact]
    public async Task The_next_case_is_never_one_that_somebody_has_nor_ones_own()
    {
        var (held, own, free) = (await Market.Submit(), await Market.Submit(seller: ModerationSteps.Karim), await Market.Submit());
        await Market.Send(new ClaimCase(held.CaseOf(), ModerationSteps.Leila));
        await Karim.Get("/moderation");
        await Karim.Post("/moderation", "next");
        Karim.Location.ShouldBe($"/moderation/cases/{free.CaseOf()}");
        (await Market.Find(own)).Lease.ShouldBeNull();
    }

    [Fact]
    public async Task A_second_moderator_sees_that_somebody_has_the_case_and_gets_no_forms()
    {
        var advert = await Market.Submit();
        await Market.Send(new ClaimCase(advert.CaseOf(), ModerationSteps.Leila));
        await Karim.Get($"/fr/moderation/cases/{advert.CaseOf()}");
        Karim.Page.ShouldContain("Quelqu'un la regarde");
        Karim.Page.ShouldContain("ليلى بن عودة");
        Karim.Page.ShouldNotContain("name=\"reasonCode\"");
    }

    [Fact]
    public async Task A_lost_race_is_409_with_what_became_of_the_case()
    {
        var advert = await Market.Submit();
        var page = $"/fr/moderation/cases/{advert.CaseOf()}";
        await Karim.Get(page);
        await Market.Send(new RefuseCase(advert.CaseOf(), 1, ModerationSteps.Leila, "photos", null));
        await Karim.Post(page, "approve", ("revision", "1"));
        Karim.Status.ShouldBe(HttpStatusCode.Conflict);
        Karim.Page.ShouldContain("Quelqu'un a déjà décidé de ce dossier");
        (await Market.Find(advert)).State.ShouldBe(CaseState.Refused);
    }

    [Fact]
    public async Task Reaching_for_a_case_too_late_says_who_has_it()
    {
        var advert = await Market.Submit();
        var page = $"/fr/moderation/cases/{advert.CaseOf()}";
        await Karim.Get(page);
        await Market.Send(new ClaimCase(advert.CaseOf(), ModerationSteps.Leila));
        await Karim.Post(page, "take");
        Karim.Status.ShouldBe(HttpStatusCode.Conflict);
        Karim.Page.ShouldContain("Quelqu'un la regarde");
    }

    [Fact]
    public async Task A_changed_advert_is_409_and_shown_as_it_is_now()
    {
        var advert = await Market.Submit("Avant");
        var page = $"/fr/moderation/cases/{advert.CaseOf()}";
        await Karim.Get(page);
        await Market.Tell(advert with { Revision = 2, Title = "Après" });
        await Karim.Post(page, "approve", ("revision", "1"));
        Karim.Status.ShouldBe(HttpStatusCode.Conflict);
        Karim.Page.ShouldContain("Après");
        Karim.Page.ShouldContain("name=\"revision\" value=\"2\"");
    }

    [Fact]
    public async Task A_refusal_without_a_reason_comes_back_filled()
    {
        var advert = await Market.Submit();
        var page = $"/fr/moderation/cases/{advert.CaseOf()}";
        await Karim.Get(page);
        await Karim.Post(page, "refuse", ("revision", "1"), ("words", "photo floue"));
        Karim.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Karim.Page.ShouldContain("Choisissez une raison");
        Karim.Page.ShouldContain("photo floue");
    }

    [Fact]
    public async Task An_earlier_refusal_is_told_on_the_case()
    {
        var advert = await Market.Submit();
        await Market.Send(new RefuseCase(advert.CaseOf(), 1, ModerationSteps.Leila, "photos", "photo floue"));
        await Market.Tell(advert with { Revision = 2 });
        await Karim.Get($"/fr/moderation/cases/{advert.CaseOf()}");
        Karim.Page.ShouldContain("Refusée : Photos à revoir");
        Karim.Page.ShouldContain("photo floue");
        Karim.Page.ShouldContain("1 refusée");
    }

    [Fact]
    public async Task The_queue_goes_on_over_pages()
    {
        for (var i = 1; i <= 26; i++) await Market.Submit($"Annonce {i:00}");
        await Karim.Get("/fr/moderation");
        Karim.Page.ShouldContain("Annonce 25");
        Karim.Page.ShouldNotContain("Annonce 26");
        await Karim.Get("/fr/" + Between(Karim.Page, "href=\"", "\" rel=\"next\""));
        Karim.Page.ShouldContain("Annonce 26");
        Karim.Page.ShouldNotContain("Annonce 25");
    }

    [Fact]
    public async Task An_unknown_case_is_not_found()
    {
        await Karim.Get($"/moderation/cases/{Guid.NewGuid()}");
        Karim.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task Approve(Browser browser, Souq.Listings.Contracts.ListingSubmitted advert)
    {
        var page = $"/fr/moderation/cases/{advert.CaseOf()}";
        await browser.Get(page);
        await browser.Post(page, "approve", ("revision", "1"));
        browser.Status.ShouldBe(HttpStatusCode.Redirect);
    }

    private static string Between(string text, string start, string end)
    {
        var to = text.IndexOf(end, StringComparison.Ordinal);
        return text[(text.LastIndexOf(start, to, StringComparison.Ordinal) + start.Length)..to];
    }
}
