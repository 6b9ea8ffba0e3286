using System.Net;
using Souq.Moderation.Appeals;
using Souq.Moderation.Deciding;

namespace Souq.Integration.Moderation;

[Collection(nameof(ModerationMarket))]
public sealed class TransparencyTests(ModerationMarket market) : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await market.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Before_the_first_decision_it_says_so()
    {
        using var visitor = new Browser(market);
        await visitor.Get("/fr/transparency");
        visitor.Status.ShouldBe(HttpStatusCode.OK);
        visitor.Page.ShouldContain("Rien n’a encore été décidé");
    }

    [Fact]
    public async Task Everybody_sees_how_much_is_decided_and_why_and_what_was_reversed()
    {
        var (good, bad, wrong) = (await market.Submit("Clio"), await market.Submit("Golf"), await market.Submit("Polo"));
        await market.Send(new ApproveCase(good.CaseOf(), 1, ModerationSteps.Karim));
        await market.Send(new RefuseCase(bad.CaseOf(), 1, ModerationSteps.Karim, "photos", null));
        await market.Send(new RefuseCase(wrong.CaseOf(), 1, ModerationSteps.Karim, "photos", null));
        await market.Appeal(bad);
        await market.Appeal(wrong);
        await market.Send(new UpholdDecision(bad.CaseOf(), 1, ModerationSteps.Leila, "Vu."));
        await market.Send(new OverturnDecision(wrong.CaseOf(), 1, ModerationSteps.Leila));

        using var visitor = new Browser(market);
        await visitor.Get("/fr/transparency");
        Bars(visitor.Page).ShouldBe(
        [
            ("Acceptées ou laissées", 1), ("Approuvées avec modifications", 0), ("Renvoyées pour correction", 0), ("Refusées", 2), ("Retirées du marché", 0),
            ("Photos à revoir", 2),
            ("Contestées", 2), ("Maintenues", 1), ("Annulées", 1),
        ]);
    }

    private static IEnumerable<(string, int)> Bars(string page) =>
        System.Text.RegularExpressions.Regex.Matches(page, "<li>\\s*<span>([^<]+)</span>\\s*<svg.*?<b>(\\d+)</b>", System.Text.RegularExpressions.RegexOptions.Singleline)
            .Select(m => (m.Groups[1].Value, int.Parse(m.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture)));
}
