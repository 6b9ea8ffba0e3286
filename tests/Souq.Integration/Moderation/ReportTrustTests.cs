using Microsoft.Extensions.DependencyInjection;
using Souq.Accounts;
using Souq.Accounts.Demo;
using Souq.Accounts.Trust;
using Souq.Moderation.Appeals;
using Souq.Moderation.Deciding;

namespace Souq.Integration.Moderation;

/// <summary>What moderators decide about a message tells something of who wrote it, and of who reported it.</summary>
[Collection(nameof(ModerationMarket))]
public sealed class ReportTrustTests(ModerationMarket market) : WithSomethingToReport(market)
{
    [Fact]
    public async Task Who_reported_rightly_gains_and_who_wrote_it_loses_until_he_wins_an_appeal()
    {
        var (gained, lost) = ((await Of(DemoPeople.IdOf(DemoPeople.Seller)))?.Upheld ?? 0, (await Of(WriterId))?.Removals.Count ?? 0);
        var (_, message) = await Talk("Envoyez 5000 DA d’avance");
        var item = await Report(Message(message), DemoPeople.Seller, "fraud");
        (await Market.Send(new RemoveCase(item.Id, item.Revision, ModerationSteps.Karim, "deceit", null))).ShouldBeEmpty();
        (await Of(DemoPeople.IdOf(DemoPeople.Seller)))!.Upheld.ShouldBe(gained + 1);
        (await Of(WriterId))!.Removals.Count.ShouldBe(lost + 1);

        (await Market.Send(new AppealDecision(item.Id, WriterId, "C’était pour rire."))).ShouldBeEmpty();
        Market.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Market.Send(new OverturnDecision(item.Id, item.Revision, ModerationSteps.Leila))).ShouldBeEmpty();
        (await Of(WriterId))!.Removals.Count.ShouldBe(lost);
    }

    private async Task<Standing?> Of(Guid person)
    {
        await using var session = Market.Host.Services.GetRequiredService<IAccountsStore>().QuerySession();
        return await session.LoadAsync<Standing>(person, Stop);
    }
}
