using Microsoft.Extensions.DependencyInjection;
using Souq.Listings.Contracts;
using Souq.Moderation;
using Souq.Moderation.Claiming;
using Souq.Moderation.Contracts;
using Souq.Moderation.Deciding;
using Wolverine.Tracking;

namespace Souq.Integration.Moderation;

[Collection(nameof(ModerationMarket))]
public sealed class CaseStoreTests(ModerationMarket market) : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await market.Empty();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_submitted_advert_opens_one_case_however_often_it_is_told()
    {
        var advert = market.Advert();
        await market.Tell(advert);
        await market.Tell(advert);
        (await market.Events(advert)).ShouldBe(["CaseOpened"]);
        (await market.Queue()).ShouldHaveSingleItem().SubjectId.ShouldBe(advert.ListingId);
    }

    [Fact]
    public async Task Two_deliveries_at_the_same_time_open_one_case()
    {
        var advert = market.Advert();
        await market.Host.ExecuteAndWaitAsync(async context =>
        {
            await context.PublishAsync(advert);
            await context.PublishAsync(advert);
        });
        (await market.Events(advert)).ShouldBe(["CaseOpened"]);
    }

    [Fact]
    public async Task Approving_tells_the_market_once_and_leaves_the_queue()
    {
        var advert = await market.Submit();
        (await market.Send(new ApproveCase(advert.CaseOf(), 1, ModerationSteps.Karim))).ShouldBeEmpty();
        Decided().ShouldHaveSingleItem().ShouldBe(new CaseDecided(
            advert.CaseOf(), "listing", advert.ListingId, 1, Outcome.Approved, null, market.Clock.GetUtcNow(), advert.SellerId));
        (await market.Queue()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_moderators_who_decide_at_once_are_one_decision()
    {
        var advert = await market.Submit();
        var id = advert.CaseOf();
        var refusals = await Task.WhenAll(
            Sender().Send(new ApproveCase(id, 1, ModerationSteps.Karim), Stop),
            Sender().Send(new RefuseCase(id, 1, ModerationSteps.Leila, "photos", null), Stop));
        refusals.Count(r => r.Count == 0).ShouldBe(1);
        refusals.Single(r => r.Count > 0).ShouldHaveSingleItem().Key.ShouldBe(CaseRules.Decided);
        (await market.Events(advert)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Two_moderators_who_reach_for_a_case_at_once_are_one_holder()
    {
        var advert = await market.Submit();
        var refusals = await Task.WhenAll(new[] { ModerationSteps.Karim, ModerationSteps.Leila }
            .Select(by => Sender().Send(new ClaimCase(advert.CaseOf(), by), Stop)));
        refusals.Single(r => r.Count > 0).ShouldHaveSingleItem().Key.ShouldBe(CaseRules.Held);
    }

    [Fact]
    public async Task A_closed_laptop_gives_the_case_back_in_five_minutes()
    {
        var advert = await market.Submit();
        await market.Send(new ClaimCase(advert.CaseOf(), ModerationSteps.Leila));
        var approve = new ApproveCase(advert.CaseOf(), 1, ModerationSteps.Karim);
        (await market.Send(approve)).ShouldHaveSingleItem().Key.ShouldBe(CaseRules.Held);
        market.Clock.Advance(TimeSpan.FromMinutes(5));
        (await market.Send(approve)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_correction_opens_the_case_again_and_the_old_revision_cannot_be_decided()
    {
        var advert = await market.Submit();
        await market.Send(new RefuseCase(advert.CaseOf(), 1, ModerationSteps.Karim, "photos", null));
        await market.Tell(advert with { Revision = 2, Title = "كليو 4 صور جديدة" });
        var item = (await market.Queue()).ShouldHaveSingleItem();
        item.Revision.ShouldBe(2);
        item.Why.ShouldContain("corrected");
        (await market.Send(new ApproveCase(advert.CaseOf(), 1, ModerationSteps.Karim))).ShouldHaveSingleItem().Key.ShouldBe(CaseRules.Clash);
        (await market.Send(new ApproveCase(advert.CaseOf(), 2, ModerationSteps.Karim))).ShouldBeEmpty();
        Decided().Select(d => (d.Revision, d.Outcome)).ShouldBe([(1, Outcome.Refused), (2, Outcome.Approved)]);
    }

    [Fact]
    public async Task An_advert_taken_back_leaves_the_queue()
    {
        var advert = await market.Submit();
        await market.Tell(new ListingEnded(advert.ListingId, advert.Number, advert.SellerId, ListingEnd.Withdrawn, market.Clock.GetUtcNow()));
        (await market.Queue()).ShouldBeEmpty();
        (await market.Find(advert)).State.ShouldBe(CaseState.Closed);
    }

    private Souq.Web.Commands.CommandSender Sender() => market.Host.Services.GetRequiredService<Souq.Web.Commands.CommandSender>();

    private IReadOnlyList<CaseDecided> Decided() => [.. market.Host.Services.GetRequiredService<DecisionProbe>().Decided];
}
