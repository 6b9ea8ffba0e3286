using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Souq.Accounts.Demo;
using Souq.Moderation.Claiming;
using Souq.Moderation.Console;
using Souq.Moderation.Deciding;
using Souq.Moderation.Live;
using Souq.Moderation.Queue;

namespace Souq.Integration.Moderation;

[Collection(nameof(ModerationMarket))]
public sealed class LiveTests(ModerationMarket market) : IAsyncLifetime
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await market.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_others_do_is_seen_and_the_case_they_took_is_named()
    {
        var (mine, other) = (await market.Submit("Premier"), await market.Submit("Deuxième"));
        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        var address = $"/fr/moderation/live?case={mine.CaseOf()}&revision=1&open=1";
        await karim.Get(address);
        karim.Page.ShouldContain("2 en attente");
        karim.Page.ShouldContain($"data-next=\"{other.CaseOf()}\"");
        karim.Page.ShouldNotContain("role=\"alert\"");

        await market.Send(new ClaimCase(mine.CaseOf(), ModerationSteps.Leila));
        await karim.Get(address);
        karim.Page.ShouldContain("Un autre modérateur a ce dossier en main");
        karim.Page.ShouldContain("ليلى بن عودة");
        await market.Send(new ApproveCase(mine.CaseOf(), 1, ModerationSteps.Leila));
        await karim.Get(address);
        karim.Page.ShouldContain("Quelqu'un a déjà décidé de ce dossier");
        karim.Page.ShouldContain("1 en attente");
    }

    [Fact]
    public async Task Who_is_at_work_keeps_his_case_and_a_desk_nobody_sits_at_gives_it_back()
    {
        var advert = await market.Submit();
        await market.Send(new ClaimCase(advert.CaseOf(), ModerationSteps.Karim));
        var until = (await market.Find(advert)).Lease!.Until;
        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        var address = $"/fr/moderation/live?case={advert.CaseOf()}&revision=1&open=1";
        await karim.Get(address, ("x-at-work", "1"));
        (await market.Find(advert)).Lease!.Until.ShouldBe(until, "most of it is left");

        market.Clock.Advance(TimeSpan.FromMinutes(3));
        await karim.Get(address);
        (await market.Find(advert)).Lease!.Until.ShouldBe(until, "nobody touched anything");
        await karim.Get(address, ("x-at-work", "1"));
        (await market.Find(advert)).Lease!.Until.ShouldBe(until.AddMinutes(3));
        karim.Page.ShouldContain("data-part=\"lease\"");

        market.Clock.Advance(TimeSpan.FromMinutes(6));
        await karim.Get(address, ("x-at-work", "1"));
        (await market.Send(new ClaimCase(advert.CaseOf(), ModerationSteps.Leila))).ShouldBeEmpty();
        await karim.Get(address, ("x-at-work", "1"));
        (await market.Find(advert)).Lease!.By.ShouldBe(ModerationSteps.Leila, "what is another's stays his");
    }

    [Fact]
    public async Task An_advert_that_changed_says_so()
    {
        var advert = await market.Submit();
        await market.Tell(advert with { Revision = 2 });
        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        await karim.Get($"/fr/moderation/live?case={advert.CaseOf()}&revision=1&open=1");
        karim.Page.ShouldContain("Le vendeur a modifié l'annonce entre-temps");
    }

    [Fact]
    public async Task The_pulse_beats_with_every_event_and_otherwise_stands_still()
    {
        var advert = await market.Submit();
        var pulse = market.Host.Services.GetRequiredService<LivePulse>();
        var before = await pulse.Beat(Stop);
        (await pulse.Beat(Stop)).ShouldBe(before);
        await market.Send(new ClaimCase(advert.CaseOf(), ModerationSteps.Karim));
        (await pulse.Beat(Stop)).ShouldNotBe(before);
    }

    [Theory]
    [InlineData(DemoPeople.Buyer)]
    [InlineData(DemoPeople.Merchant)]
    public async Task It_is_for_moderators_alone(string email)
    {
        using var browser = await Browser.SignIn(market, email);
        await browser.Get("/moderation/live");
        browser.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("?case=nothing&revision=x&open=1")]
    [InlineData("?case=00000000-0000-0000-0000-0000000000ff&open=1&after=%00")]
    public async Task What_makes_no_sense_is_left_out(string query)
    {
        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        await karim.Get("/moderation/live" + query);
        karim.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_case_that_is_on_the_screen_already_is_the_one_that_is_taken_unless_somebody_was_quicker()
    {
        var (_, second, third) = (await market.Submit(), await market.Submit(), await market.Submit());
        var desk = market.Host.Services.GetRequiredService<CaseDesk>();
        (await desk.TakeNext(QueueFilter.None, null, ModerationSteps.Karim, third.CaseOf(), Stop)).ShouldBe(third.CaseOf());
        await market.Send(new ClaimCase(second.CaseOf(), ModerationSteps.Leila));
        (await desk.TakeNext(QueueFilter.None, null, ModerationSteps.Karim, second.CaseOf(), Stop)).ShouldNotBe(second.CaseOf());
        (await desk.TakeNext(QueueFilter.None, null, ModerationSteps.Leila, Guid.NewGuid(), Stop)).ShouldNotBeNull();
    }
}
