using System.Net;
using Souq.Accounts.Contracts;
using Souq.Accounts.Demo;
using Souq.Moderation.Appeals;
using Souq.Moderation.Contracts;
using Souq.Moderation.Deciding;
using Souq.Moderation.Sanctions;
using Souq.Web.Security;

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
            ("Acceptées ou laissées", 1), ("Approuvées avec modifications", 0), ("Renvoyées pour correction", 0), ("Refusées", 2), ("Retirées", 0),
            ("Photos à revoir", 2),
            ("Contestées", 2), ("Maintenues", 1), ("Annulées", 1),
        ]);
        Reasons(visitor.Page).ShouldBe(["Photos à revoir: 2"]);
        market.Clock.Advance(TimeSpan.FromDays(40));
        await market.Send(new RefuseCase((await market.Submit("Ibiza")).CaseOf(), 1, ModerationSteps.Karim, "photos", null));
        await visitor.Get("/fr/transparency");
        // The month between is there too.
        Reasons(visitor.Page).Single().ShouldMatch("^Photos à revoir: 1 (0 )?2$");
    }

    [Fact]
    public async Task Decisions_about_people_have_their_own_place_and_their_appeals_count()
    {
        var (somebody, other) = (DemoPeople.IdOf("seller06@souq.test"), DemoPeople.IdOf("seller07@souq.test"));
        await Sanction(somebody, SanctionKind.Warning);
        var ban = await Sanction(somebody, SanctionKind.Ban);
        var limit = await Sanction(other, SanctionKind.Limit, 3, LimitedAct.Publishing);
        try
        {
            (await market.Send(new AppealSanction(somebody, ban, "Ce n’était pas moi."))).ShouldBeEmpty();
            (await market.Send(new AnswerSanction(somebody, ban, Senior, true, true, null))).ShouldBeEmpty();
            using var visitor = new Browser(market);
            await visitor.Get("/fr/transparency");
            Bars(visitor.Page).ShouldBe(
            [
                ("Acceptées ou laissées", 0), ("Approuvées avec modifications", 0), ("Renvoyées pour correction", 0), ("Refusées", 0), ("Retirées", 0),
                ("Avertissement", 1), ("Restriction", 1), ("Suspension", 0), ("Fermeture", 1),
                ("Contestées", 1), ("Maintenues", 0), ("Annulées", 1),
            ]);
            visitor.Page.ShouldContain("<th scope=\"col\" class=\"number\">Décisions sur des personnes</th>");
        }
        finally
        {
            await market.Send(new AnswerSanction(other, limit, ModerationSteps.Leila, true, true, null));
        }
    }

    private static readonly Guid Senior = new("5e410f00-0000-0000-0000-000000000002");

    private async Task<Guid> Sanction(Guid person, SanctionKind kind, int? days = null, params LimitedAct[] acts)
    {
        await market.Tell(new StaffChanged(Senior, [Principal.Senior], [], market.Clock.GetUtcNow()));
        var id = Guid.CreateVersion7();
        (await market.Send(new SanctionPerson(id, person, ModerationSteps.Leila, true, null, kind, acts, days, "fraud", null))).ShouldBeEmpty();
        return id;
    }

    /// <summary>Each reason with its months, the newest first.</summary>
    private static IEnumerable<string> Reasons(string page) =>
        System.Text.RegularExpressions.Regex.Matches(page[page.IndexOf("id=\"reasons-months\"", StringComparison.Ordinal)..], "<th scope=\"row\">([^<]+)</th>(.*?)</tr>", System.Text.RegularExpressions.RegexOptions.Singleline)
            .Select(m => $"{m.Groups[1].Value}: {string.Join(' ', System.Text.RegularExpressions.Regex.Matches(m.Groups[2].Value, "<td class=\"number\">(\\d+)<").Select(n => n.Groups[1].Value))}");

    private static IEnumerable<(string, int)> Bars(string page) =>
        System.Text.RegularExpressions.Regex.Matches(page, "<li>\\s*<span>([^<]+)</span>\\s*<svg.*?<b>(\\d+)</b>", System.Text.RegularExpressions.RegexOptions.Singleline)
            .Select(m => (m.Groups[1].Value, int.Parse(m.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture)));
}
