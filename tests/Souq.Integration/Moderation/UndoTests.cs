using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Souq.Accounts.Demo;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Moderation;
using Souq.Moderation.Claiming;
using Souq.Moderation.Deciding;
using Souq.Moderation.Queue;
using Souq.Moderation.Undoing;
using Souq.Web.Commands;

namespace Souq.Integration.Moderation;

[Collection(nameof(ModerationMarket))]
public sealed class UndoTests(ModerationMarket market) : IAsyncLifetime
{
    private Browser karim = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

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
    public async Task Nothing_follows_from_a_decision_for_ten_seconds_and_then_everything()
    {
        var advert = await market.Submit();
        await Intend(advert, new RefuseCase(advert.CaseOf(), 1, ModerationSteps.Karim, "photos", "Floue"));
        (await market.Events(advert)).ShouldBe(["CaseOpened", "DecisionIntended"]);
        market.Clock.Advance(TimeSpan.FromSeconds(9));
        await market.Tell(new CarryOutDueDecisions(market.Clock.GetUtcNow()));
        (market.Letters().Count, Decided()).ShouldBe((0, 0));
        (await market.Find(advert)).State.ShouldBe(CaseState.Waiting);

        market.Clock.Advance(TimeSpan.FromSeconds(1));
        await market.Tell(new CarryOutDueDecisions(market.Clock.GetUtcNow()));
        (await market.Events(advert)).ShouldBe(["CaseOpened", "DecisionIntended", "CaseRefused"]);
        (market.Letters().Count, Decided()).ShouldBe((1, 1));
    }

    [Fact]
    public async Task It_comes_by_itself_and_before_its_time_it_waits_on()
    {
        var advert = await market.Submit();
        var intent = await Intend(advert, new ApproveCase(advert.CaseOf(), 1, ModerationSteps.Karim));
        // As a machine whose clock is ahead would ask.
        await market.Tell(new CarryOutDecision(advert.CaseOf(), intent));
        (await market.Find(advert)).State.ShouldBe(CaseState.Waiting);
        market.Clock.Advance(Intent.Window);
        await market.Tell(new CarryOutDecision(advert.CaseOf(), intent));
        (await market.Find(advert)).State.ShouldBe(CaseState.Approved);
    }

    [Fact]
    public async Task However_often_it_comes_it_is_carried_out_once()
    {
        var advert = await market.Submit();
        var intent = await Intend(advert, new ApproveCase(advert.CaseOf(), 1, ModerationSteps.Karim));
        market.Clock.Advance(Intent.Window);
        var message = new CarryOutDecision(advert.CaseOf(), intent);
        await Task.WhenAll(Sender().Send(message, Stop), Sender().Send(message, Stop));
        await market.Tell(message);
        (await market.Events(advert)).Count(e => e == "CaseApproved").ShouldBe(1);
        (market.Letters().Count, Decided()).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Undone_it_never_happens_and_is_back_on_the_screen_with_what_was_typed()
    {
        var advert = await market.Submit("Table basse");
        var page = $"/fr/moderation/cases/{advert.CaseOf()}";
        await karim.Get(page);
        await karim.Post(page, "refuse", ("revision", "1"), ("reasonCode", "price"), ("words", "Un zéro de trop ?"));
        await karim.Follow();
        karim.Page.ShouldContain("Refusée :");
        karim.Page.ShouldContain("Annuler");
        (await market.Queue()).ShouldHaveSingleItem().Intended.ShouldBeTrue();
        await karim.Post($"/fr/moderation?done={advert.CaseOf()}", "undo", ("case", $"{advert.CaseOf()}"));
        karim.Location.ShouldBe(page);
        await karim.Follow();
        karim.Page.ShouldContain("Décision annulée");
        karim.Page.ShouldContain("Un zéro de trop ?");
        karim.Page.ShouldContain("value=\"price\" checked");
        karim.Page.ShouldContain("Entre vos mains");

        await market.Settle();
        (await market.Events(advert)).ShouldBe(["CaseOpened", "DecisionIntended", "DecisionUndone"]);
        (market.Letters().Count, Decided()).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Taking_it_back_puts_the_next_case_back()
    {
        var (first, second) = (await market.Submit(), await market.Submit());
        var page = $"/fr/moderation/cases/{first.CaseOf()}";
        await karim.Get(page);
        await karim.Post(page, "approve", ("revision", "1"));
        await karim.Follow();
        await karim.Post($"/fr/moderation/cases/{second.CaseOf()}?done={first.CaseOf()}", "undo", ("case", $"{first.CaseOf()}"));
        karim.Location.ShouldBe(page);
        (await market.Find(first)).Lease!.By.ShouldBe(ModerationSteps.Karim);
        (await market.Find(second)).Lease.ShouldBeNull();
    }

    [Fact]
    public async Task Too_late_is_409_and_says_so()
    {
        var advert = await market.Submit();
        var page = $"/fr/moderation/cases/{advert.CaseOf()}";
        await karim.Get(page);
        await karim.Post(page, "approve", ("revision", "1"));
        await karim.Follow();
        await market.Settle();
        await karim.Post($"/fr/moderation?done={advert.CaseOf()}", "undo", ("case", $"{advert.CaseOf()}"));
        karim.Status.ShouldBe(HttpStatusCode.Conflict);
        karim.Page.ShouldContain("Trop tard");
        (await market.Find(advert)).State.ShouldBe(CaseState.Approved);
    }

    [Fact]
    public async Task Meanwhile_nobody_else_takes_it_nor_takes_it_back()
    {
        var advert = await market.Submit();
        await Intend(advert, new ApproveCase(advert.CaseOf(), 1, ModerationSteps.Karim));
        foreach (object command in new object[]
        {
            new ClaimCase(advert.CaseOf(), ModerationSteps.Leila),
            new RefuseCase(advert.CaseOf(), 1, ModerationSteps.Leila, "photos", null),
            new IntendDecision(Guid.CreateVersion7(), advert.CaseOf(), ModerationSteps.Leila, new ApproveCase(advert.CaseOf(), 1, ModerationSteps.Leila)),
        }) (await market.Send(command)).ShouldHaveSingleItem().Key.ShouldBe(CaseRules.Held);
        (await market.Send(new UndoDecision(advert.CaseOf(), ModerationSteps.Leila))).ShouldHaveSingleItem().Key.ShouldBe(UndoDecisionHandler.TooLate);
        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get("/fr/moderation");
        leila.Page.ShouldContain("Rien n'attend");
        await leila.Get($"/fr/moderation/cases/{advert.CaseOf()}");
        leila.Page.ShouldContain("prend effet à");
    }

    [Fact]
    public async Task An_advert_that_changed_meanwhile_waits_again_and_nothing_is_sent()
    {
        var advert = await market.Submit();
        await Intend(advert, new ApproveCase(advert.CaseOf(), 1, ModerationSteps.Karim));
        await market.Tell(advert with { Revision = 2 });
        await market.Settle();
        (await market.Events(advert))[^1].ShouldBe("DecisionLapsed");
        (await market.Queue()).ShouldHaveSingleItem().Intended.ShouldBeFalse();
        (market.Letters().Count, Decided()).ShouldBe((0, 0));
    }

    [Fact]
    public async Task One_that_was_withdrawn_meanwhile_stays_withdrawn()
    {
        var advert = await market.Submit();
        await Intend(advert, new ApproveCase(advert.CaseOf(), 1, ModerationSteps.Karim));
        await market.Tell(new ListingEnded(advert.ListingId, advert.Number, advert.SellerId, ListingEnd.Withdrawn, market.Clock.GetUtcNow()));
        await market.Settle();
        (await market.Events(advert)).ShouldBe(["CaseOpened", "DecisionIntended", "CaseClosed"]);
        // And nothing is left of the intention.
        (await market.Host.Services.GetRequiredService<QueueReader>().Waiting(ModerationSteps.Karim, Stop)).ShouldBe(0);
    }

    [Fact]
    public async Task Undoing_and_carrying_out_at_once_are_one_of_the_two()
    {
        var advert = await market.Submit();
        var intent = await Intend(advert, new ApproveCase(advert.CaseOf(), 1, ModerationSteps.Karim));
        market.Clock.Advance(Intent.Window);
        var undone = Sender().Send(new UndoDecision(advert.CaseOf(), ModerationSteps.Karim), Stop);
        await Task.WhenAll(undone, Sender().Send(new CarryOutDecision(advert.CaseOf(), intent), Stop));
        (await market.Events(advert)).Skip(2).ShouldHaveSingleItem().ShouldBe((await undone).Count == 0 ? "DecisionUndone" : "CaseApproved");
    }

    private CommandSender Sender() => market.Host.Services.GetRequiredService<CommandSender>();

    private int Decided() => market.Host.Services.GetRequiredService<DecisionProbe>().Decided.Count;

    private async Task<Guid> Intend(ListingSubmitted advert, object decision)
    {
        var id = Guid.CreateVersion7();
        IReadOnlyList<Refusal> refusals = await market.Send(new IntendDecision(id, advert.CaseOf(), ModerationSteps.Karim, decision));
        refusals.ShouldBeEmpty();
        return id;
    }
}
