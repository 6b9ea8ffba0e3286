using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Souq.Accounts;
using Souq.Accounts.Contracts;
using Souq.Accounts.Demo;
using Souq.Moderation;
using Souq.Moderation.Appeals;
using Souq.Moderation.Claiming;
using Souq.Moderation.Deciding;
using Souq.Moderation.TimeMachine;
using Souq.Web.Localisation;

namespace Souq.Integration.Moderation;

/// <summary>Cases, and how far their sellers were trusted, as of a moment.</summary>
[Collection(nameof(ModerationMarket))]
public sealed class TimeMachineTests(ModerationMarket market) : IAsyncLifetime
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await market.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_case_is_at_each_moment_what_it_was_then()
    {
        var start = market.Clock.GetUtcNow();
        market.Clock.Advance(TimeSpan.FromHours(1));
        var advert = await market.Submit();
        market.Clock.Advance(TimeSpan.FromHours(1));
        await market.Send(new ClaimCase(advert.CaseOf(), ModerationSteps.Karim));
        var held = market.Clock.GetUtcNow();
        market.Clock.Advance(TimeSpan.FromHours(1));
        await market.Send(new RefuseCase(advert.CaseOf(), 1, ModerationSteps.Karim, "photos", null));
        var refused = market.Clock.GetUtcNow();
        market.Clock.Advance(TimeSpan.FromHours(1));
        await market.Appeal(advert);
        await market.Send(new OverturnDecision(advert.CaseOf(), 1, ModerationSteps.Leila));

        var reader = market.Host.Services.GetRequiredService<PastReader>();
        (await reader.Read(advert.CaseOf(), start, null, Stop)).Then.ShouldBeNull();
        var then = (await reader.Read(advert.CaseOf(), held, null, Stop)).Then.ShouldNotBeNull();
        (then.State, then.Lease!.By, then.Ruling).ShouldBe((CaseState.Waiting, ModerationSteps.Karim, null));
        then = (await reader.Read(advert.CaseOf(), refused, null, Stop)).Then.ShouldNotBeNull();
        (then.State, then.Ruling!.By, then.Ruling.Appealed).ShouldBe((CaseState.Refused, ModerationSteps.Karim, false));
        var now = await reader.Read(advert.CaseOf(), null, null, Stop);
        (now.Then!.State, now.Now.State, now.After).ShouldBe((CaseState.Approved, CaseState.Approved, null));
        // Two things at one moment are two steps.
        var appealed = now.Before.ShouldNotBeNull();
        var step = await reader.Read(advert.CaseOf(), null, appealed.Version, Stop);
        (step.Then!.IsAppealed, step.After!.Version).ShouldBe((true, now.Version));
    }

    [Fact]
    public async Task Its_page_leads_from_step_to_step_and_to_the_advert_and_the_trust_of_that_moment_and_is_written_down()
    {
        var advert = await market.Submit();
        market.Clock.Advance(TimeSpan.FromHours(2));
        await market.Send(new RefuseCase(advert.CaseOf(), 1, ModerationSteps.Karim, "photos", null));
        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get($"/fr/moderation/cases/{advert.CaseOf()}");
        leila.Page.ShouldContain($"moderation/cases/{advert.CaseOf()}/past");
        await leila.Get($"/fr/moderation/cases/{advert.CaseOf()}/past");
        foreach (var words in new[] { "Refusée", "Karim Haddad", "Étape précédente" }) leila.Page.ShouldContain(words);
        await leila.Get($"/fr/moderation/cases/{advert.CaseOf()}/past?step=1");
        leila.Page.ShouldContain("En attente");
        leila.Page.ShouldContain("Étape suivante");
        var moment = LocalMoment.Write(market.Clock.GetUtcNow().AddHours(-1));
        await leila.Get($"/fr/moderation/cases/{advert.CaseOf()}/past?at={moment}");
        leila.Page.ShouldContain($"l/{advert.Number}/history?at={moment}");
        leila.Page.ShouldContain($"moderation/sellers/{advert.SellerId}/trust?at={moment}");
        await leila.Get($"/fr/moderation/cases/{advert.CaseOf()}/past?at=hier");
        leila.Page.ShouldContain("Ce n’est pas un moment");
        await leila.Get($"/fr/moderation/cases/{advert.CaseOf()}/past?at=2020-01-01T00:00");
        leila.Page.ShouldContain("Il n’y avait pas encore de dossier");
        await leila.Get($"/fr/moderation/cases/{advert.CaseOf()}/past?step=99");
        leila.Status.ShouldBe(HttpStatusCode.NotFound);
        await leila.Get($"/fr/moderation/cases/{Guid.CreateVersion7()}/past");
        leila.Status.ShouldBe(HttpStatusCode.NotFound);
        await leila.Get("/fr/admin/views?what=past-case");
        leila.Page.ShouldContain("Dossier tel qu’il était");
    }

    [Fact]
    public async Task Trust_is_at_each_moment_what_it_was_then()
    {
        var person = DemoPeople.IdOf("seller03@souq.test");
        await using (var session = market.Host.Services.GetRequiredService<IAccountsStore>().LightweightSession())
        {
            session.Events.Append(person, new TrustRaised(TrustLevel.Known, market.Clock.GetUtcNow()));
            await session.SaveChangesAsync(Stop);
        }

        var known = LocalMoment.Write(market.Clock.GetUtcNow());
        var before = LocalMoment.Write(market.Clock.GetUtcNow().AddMinutes(-5));
        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        await karim.Get($"/fr/moderation/sellers/{person}/trust?at={known}");
        karim.Status.ShouldBe(HttpStatusCode.OK);
        var level = karim.Page;
        await karim.Get($"/fr/moderation/sellers/{person}/trust?at={before}");
        Badge(karim.Page).ShouldNotBe(Badge(level));
        level.ShouldNotContain("seller03@souq.test");
        await karim.Get($"/fr/moderation/sellers/{person}/trust?at=2001-01-01T00:00");
        karim.Page.ShouldContain("Pas encore inscrit");
        await karim.Get($"/fr/moderation/sellers/{Guid.CreateVersion7()}/trust");
        karim.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Badge(string page) => page[page.IndexOf("class=\"badge", StringComparison.Ordinal)..][..200];
}
