using System.Net;
using Souq.Accounts.Demo;
using Souq.Moderation;
using Souq.Moderation.Claiming;
using Souq.Moderation.Deciding;

namespace Souq.Integration.Moderation;

[Collection(nameof(ModerationMarket))]
public sealed class ConsoleTests(ModerationMarket market) : IAsyncLifetime
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
    public async Task The_queue_shows_what_waits_and_why()
    {
        await market.Submit("Clio 4 tel 0550123456");
        await karim.Get("/fr/moderation");
        karim.Page.ShouldContain("Clio 4 tel 0550123456");
        karim.Page.ShouldContain("Numéro de téléphone dans le titre");
        karim.Page.ShouldContain("1 en attente");
    }

    [Fact]
    public async Task Choosing_a_case_takes_it_in_hand()
    {
        var advert = await market.Submit();
        await karim.Get("/fr/moderation");
        await karim.Post("/fr/moderation", "open", ("case", $"{advert.CaseOf()}"));
        karim.Location.ShouldBe($"/fr/moderation/cases/{advert.CaseOf()}");
        await karim.Follow();
        karim.Status.ShouldBe(HttpStatusCode.OK);
        karim.Page.ShouldContain("Entre vos mains");
        (await market.Find(advert)).Lease!.By.ShouldBe(ModerationSteps.Karim);
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("7c1a1f52-3a70-4a45-9d0b-0a3c1c0f2b11")]
    public async Task A_case_that_is_none_cannot_be_taken_in_hand(string none)
    {
        await market.Submit();
        await karim.Get("/fr/moderation");
        await karim.Post("/fr/moderation", "open", ("case", none));
        karim.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task After_a_decision_comes_the_next_case_with_what_was_just_done()
    {
        var (first, second) = (await market.Submit("Premier"), await market.Submit("Deuxième"));
        await Approve(karim, first);
        karim.Location.ShouldBe($"/fr/moderation/cases/{second.CaseOf()}?done={first.CaseOf()}");
        await karim.Follow();
        karim.Page.ShouldContain("Acceptée :");
        karim.Page.ShouldContain("Premier");
        (await market.Find(second)).Lease!.By.ShouldBe(ModerationSteps.Karim);
    }

    [Fact]
    public async Task The_last_decision_leads_to_an_empty_queue()
    {
        var advert = await market.Submit();
        await Approve(karim, advert);
        await karim.Follow();
        karim.Page.ShouldContain("Rien n'attend");
    }

    [Fact]
    public async Task Moving_on_puts_the_case_before_back()
    {
        var (first, second) = (await market.Submit(), await market.Submit());
        await market.Send(new ClaimCase(first.CaseOf(), ModerationSteps.Karim));
        await karim.Get($"/moderation/cases/{first.CaseOf()}");
        await karim.Post($"/moderation/cases/{first.CaseOf()}", "next");
        karim.Location.ShouldBe($"/moderation/cases/{second.CaseOf()}");
        (await market.Find(first)).Lease.ShouldBeNull();
    }

    [Fact]
    public async Task The_next_case_is_never_one_that_somebody_has_nor_ones_own()
    {
        var (held, own, free) = (await market.Submit(), await market.Submit(seller: ModerationSteps.Karim), await market.Submit());
        await market.Send(new ClaimCase(held.CaseOf(), ModerationSteps.Leila));
        await karim.Get("/moderation");
        await karim.Post("/moderation", "next");
        karim.Location.ShouldBe($"/moderation/cases/{free.CaseOf()}");
        (await market.Find(own)).Lease.ShouldBeNull();
    }

    [Fact]
    public async Task A_second_moderator_sees_that_somebody_has_the_case_and_gets_no_forms()
    {
        var advert = await market.Submit();
        await market.Send(new ClaimCase(advert.CaseOf(), ModerationSteps.Leila));
        await karim.Get($"/fr/moderation/cases/{advert.CaseOf()}");
        karim.Page.ShouldContain("Quelqu'un la regarde");
        karim.Page.ShouldContain("ليلى بن عودة");
        karim.Page.ShouldNotContain("name=\"reasonCode\"");
    }

    [Fact]
    public async Task A_lost_race_is_409_with_what_became_of_the_case()
    {
        var advert = await market.Submit();
        var page = $"/fr/moderation/cases/{advert.CaseOf()}";
        await karim.Get(page);
        await market.Send(new RefuseCase(advert.CaseOf(), 1, ModerationSteps.Leila, "photos", null));
        await karim.Post(page, "approve", ("revision", "1"));
        karim.Status.ShouldBe(HttpStatusCode.Conflict);
        karim.Page.ShouldContain("Quelqu'un a déjà décidé de ce dossier");
        (await market.Find(advert)).State.ShouldBe(CaseState.Refused);
    }

    [Fact]
    public async Task Reaching_for_a_case_too_late_says_who_has_it()
    {
        var advert = await market.Submit();
        var page = $"/fr/moderation/cases/{advert.CaseOf()}";
        await karim.Get(page);
        await market.Send(new ClaimCase(advert.CaseOf(), ModerationSteps.Leila));
        await karim.Post(page, "take");
        karim.Status.ShouldBe(HttpStatusCode.Conflict);
        karim.Page.ShouldContain("Quelqu'un la regarde");
    }

    [Fact]
    public async Task A_changed_advert_is_409_and_shown_as_it_is_now()
    {
        var advert = await market.Submit("Avant");
        var page = $"/fr/moderation/cases/{advert.CaseOf()}";
        await karim.Get(page);
        await market.Tell(advert with { Revision = 2, Title = "Après" });
        await karim.Post(page, "approve", ("revision", "1"));
        karim.Status.ShouldBe(HttpStatusCode.Conflict);
        karim.Page.ShouldContain("Après");
        karim.Page.ShouldContain("name=\"revision\" value=\"2\"");
    }

    [Fact]
    public async Task A_refusal_without_a_reason_comes_back_filled()
    {
        var advert = await market.Submit();
        var page = $"/fr/moderation/cases/{advert.CaseOf()}";
        await karim.Get(page);
        await karim.Post(page, "refuse", ("revision", "1"), ("words", "photo floue"));
        karim.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        karim.Page.ShouldContain("Choisissez une raison");
        karim.Page.ShouldContain("photo floue");
    }

    [Fact]
    public async Task An_earlier_refusal_is_told_on_the_case()
    {
        var advert = await market.Submit();
        await market.Send(new RefuseCase(advert.CaseOf(), 1, ModerationSteps.Leila, "photos", "photo floue"));
        await market.Tell(advert with { Revision = 2 });
        await karim.Get($"/fr/moderation/cases/{advert.CaseOf()}");
        karim.Page.ShouldContain("Refusée : Photos à revoir");
        karim.Page.ShouldContain("photo floue");
        karim.Page.ShouldContain("1 refusée");
    }

    [Fact]
    public async Task The_queue_goes_on_over_pages()
    {
        for (var i = 1; i <= 26; i++) await market.Submit($"Annonce {i:00}");
        await karim.Get("/fr/moderation");
        karim.Page.ShouldContain("Annonce 25");
        karim.Page.ShouldNotContain("Annonce 26");
        await karim.Get("/fr/" + Between(karim.Page, "href=\"", "\" rel=\"next\""));
        karim.Page.ShouldContain("Annonce 26");
        karim.Page.ShouldNotContain("Annonce 25");
    }

    [Fact]
    public async Task An_unknown_case_is_not_found()
    {
        await karim.Get($"/moderation/cases/{Guid.NewGuid()}");
        karim.Status.ShouldBe(HttpStatusCode.NotFound);
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
