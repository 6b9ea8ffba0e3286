using System.Net;
using System.Security.Claims;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Souq.Accounts.Contracts;
using Souq.Accounts.Demo;
using Souq.Moderation.Rules;
using Souq.Moderation.Rules.Submitters;

namespace Souq.Integration.Moderation;

[Collection(nameof(ModerationMarket))]
public sealed class SubmitterTests(ModerationMarket market) : IAsyncLifetime
{
    private static readonly RuleDraft Blocked = new("Réseau", "Network", "Hold") { Networks = "203.0.113.0/24" };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await market.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_is_handed_in_from_a_blocked_network_is_found_and_nowhere_is_written_where_that_was()
    {
        await Rule(Blocked);
        await Sends("203.0.113.9");
        var advert = await market.Submit();
        await market.Submit(seller: ModerationSteps.FrenchSeller);
        (await market.Queue()).Select(i => i.Rules.Count).ShouldBe([1, 0]);
        (await market.Queue())[0].Rules[0].Evidence.ShouldBe("");

        await using var session = market.Store.QuerySession();
        var kept = string.Concat((await session.Events.FetchStreamAsync(advert.CaseOf(), token: Stop)).Select(e => System.Text.Json.JsonSerializer.Serialize(e.Data)))
            + System.Text.Json.JsonSerializer.Serialize((await session.Query<SubmitterNote>().ToListAsync(Stop)).ShouldHaveSingleItem());
        kept.ShouldNotContain("203.0.113");
    }

    [Fact]
    public async Task Reading_says_nothing_and_what_is_handed_in_later_came_from_elsewhere()
    {
        await Rule(Blocked);
        await Sends("203.0.113.9", HttpMethods.Get);
        await Sends("198.51.100.1");
        await market.Submit();
        await Sends("203.0.113.9");
        market.Clock.Advance(SubmitterNote.Life + TimeSpan.FromSeconds(1));
        await market.Submit();
        (await market.Queue()).Select(i => i.Rules.Count).ShouldBe([0, 0]);
    }

    [Fact]
    public async Task A_mail_service_that_is_blocked_is_known_by_the_session_of_who_sends()
    {
        await Rule(new RuleDraft("Messagerie", "MailDomain", "Hold") { Domains = "souq.test" });
        var other = await market.Publish(seller: ModerationSteps.FrenchSeller);
        using var seller = await Browser.SignIn(market, DemoPeople.Seller);
        await seller.Get($"/fr/l/{other.Number}/report");
        await seller.Post($"/fr/l/{other.Number}/report", "report", ("reason", ""), ("words", ""));
        seller.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await market.Submit();
        (await market.Queue()).ShouldHaveSingleItem().Rules.ShouldHaveSingleItem().Kind.ShouldBe(RuleKind.MailDomain);

        await market.Tell(new PersonErased(ModerationSteps.Seller, market.Clock.GetUtcNow()));
        await using var session = market.Store.QuerySession();
        (await session.Query<SubmitterNote>().CountAsync(Stop)).ShouldBe(0);
    }

    [Fact]
    public async Task Such_a_rule_cannot_be_tried_on_the_past_and_says_so()
    {
        var rule = await Rule(Blocked);
        (await market.Send(new TryRule(rule, 30, ModerationSteps.Leila))).ShouldHaveSingleItem().Key.ShouldBe("Rule.CannotTry");
        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get($"/fr/moderation/rules/{rule}");
        leila.Page.ShouldContain("ne s’essaie pas sur le passé");
        leila.Page.ShouldContain(">203.0.113.0/24</textarea>");
        await leila.Post($"/fr/moderation/rules/{rule}", "rule", ("seen", "1"), ("name", "Réseau"), ("kind", "Network"), ("effect", "Hold"), ("networks", "0.0.0.0/0"));
        leila.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        leila.Page.ShouldContain("ou il est trop large");
        leila.Page.ShouldContain(">0.0.0.0/0</textarea>");
    }

    /// <summary>In force, and known to every node.</summary>
    private async Task<Guid> Rule(RuleDraft draft)
    {
        var rule = await market.Rule(draft);
        market.Clock.Advance(TimeSpan.FromSeconds(10));
        return rule;
    }

    private async Task Sends(string address, string? method = null)
    {
        var http = new DefaultHttpContext { User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, ModerationSteps.Seller.ToString())], "test")) };
        http.Request.Method = method ?? HttpMethods.Post;
        http.Connection.RemoteIpAddress = IPAddress.Parse(address);
        await market.Host.Services.GetRequiredService<SubmitterWatch>().Look(http);
    }
}
