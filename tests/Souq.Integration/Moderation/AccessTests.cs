using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Souq.Accounts.Demo;
using Souq.Moderation;
using Souq.Moderation.Bulk;
using Souq.Moderation.Deciding;
using Souq.Moderation.Rules;

namespace Souq.Integration.Moderation;

[Collection(nameof(ModerationMarket))]
public sealed class AccessTests(ModerationMarket market) : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await market.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void The_module_has_the_routes_that_are_tried_here() =>
        AllRoutes().ShouldBe([
            "moderation", "moderation/cases/{CaseId:guid}", "moderation/cases/{CaseId:guid}/change", "moderation/alike/{CaseId:guid}", "moderation/bulk/{BulkId:guid}",
            "moderation/people", "moderation/people/{PersonId:guid}", "sanction/{SanctionId:guid}", "l/{Number:long}/report", "appeal/{CaseId:guid}", "transparency",
            "moderation/rules", "moderation/rules/new", "moderation/rules/{RuleId:guid}", "moderation/modes", "moderation/reports",
            "moderation/texts", "moderation/texts/new", "moderation/texts/{TextId:guid}",
            "moderation/dashboard", "moderation/blind", "moderation/blind/{LookId:guid}", "moderation/cases/{CaseId:guid}/past",
        ], ignoreOrder: true);

    [Fact]
    public async Task A_visitor_is_sent_to_sign_in()
    {
        using var visitor = new Browser(market);
        foreach (var path in await Paths())
        {
            await visitor.Get("/fr" + path);
            visitor.Status.ShouldBe(HttpStatusCode.Redirect, path);
            visitor.Location.ShouldStartWith("/fr/signin");
        }
    }

    [Theory]
    [InlineData(DemoPeople.Buyer)]
    [InlineData(DemoPeople.Seller)]
    [InlineData(DemoPeople.Merchant)]
    public async Task Who_is_no_moderator_may_not(string email)
    {
        using var browser = await Browser.SignIn(market, email);
        foreach (var path in await Paths())
        {
            await browser.Get(path);
            browser.Status.ShouldBe(HttpStatusCode.Forbidden, path);
            await browser.PostRaw(path, ("_handler", "approve"), ("revision", "1"));
            browser.Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }
    }

    [Theory]
    [InlineData(DemoPeople.Moderator)]
    [InlineData(DemoPeople.Admin)]
    public async Task Moderators_and_admins_may(string email)
    {
        using var browser = await Browser.SignIn(market, email);
        foreach (var path in await Paths())
        {
            await browser.Get(path);
            browser.Status.ShouldBe(HttpStatusCode.OK, path);
        }
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("refuse")]
    [InlineData("take")]
    [InlineData("release")]
    [InlineData("undo")]
    [InlineData("open")]
    [InlineData("next")]
    public async Task A_form_that_another_site_made_up_is_400(string form)
    {
        var advert = await market.Submit();
        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        await karim.PostRaw($"/moderation/cases/{advert.CaseOf()}", ("_handler", form), ("revision", "1"), ("case", $"{advert.CaseOf()}"));
        karim.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await market.Events(advert)).ShouldBe(["CaseOpened"]);
    }

    [Theory]
    [InlineData(DemoPeople.Buyer)]
    [InlineData(DemoPeople.Merchant)]
    [InlineData(DemoPeople.Moderator)]
    [InlineData(DemoPeople.Admin)]
    public async Task Appealing_is_for_the_seller_alone(string email)
    {
        var advert = await market.Submit();
        await market.Send(new RefuseCase(advert.CaseOf(), 1, ModerationSteps.Karim, "photos", null));
        using var browser = await Browser.SignIn(market, email);
        await browser.Get($"/appeal/{advert.CaseOf()}");
        browser.Status.ShouldBe(HttpStatusCode.NotFound);
        await browser.PostRaw($"/appeal/{advert.CaseOf()}", ("_handler", "appeal"), ("words", "Mes photos."));
        browser.Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
        (await market.Events(advert)).ShouldNotContain("DecisionAppealed");
    }

    [Theory]
    [InlineData(DemoPeople.Buyer)]
    [InlineData(DemoPeople.Merchant)]
    [InlineData(DemoPeople.Moderator)]
    public async Task Rules_and_modes_are_for_seniors_and_admins_alone(string email)
    {
        var rule = await market.Rule(new RuleDraft("Tabac", "Words", "Hold") { Words = "cigarette" });
        using var browser = await Browser.SignIn(market, email);
        foreach (var path in new[] { "/moderation/rules", "/moderation/rules/new", $"/moderation/rules/{rule}", "/moderation/modes", "/moderation/reports", "/moderation/texts", "/moderation/texts/new" })
        {
            await browser.Get(path);
            browser.Status.ShouldBe(HttpStatusCode.Forbidden, path);
            foreach (var form in new[] { "rule", "force", "off", "try", "mode-100", "hiding", "text", "retire" })
            {
                await browser.PostRaw(path, ("_handler", form), ("revision", "1"), ("days", "30"));
                browser.Status.ShouldBe(HttpStatusCode.Forbidden, path);
            }
        }

        (await market.Rule(rule)).InForce!.Words.ShouldBe(["cigarette"]);
    }

    private async Task<IReadOnlyList<string>> Paths()
    {
        var advert = await market.Submit();
        var bulk = Guid.CreateVersion7();
        await market.Send(new DecideAlike(bulk, ModerationSteps.Karim, "Approve", null, null, [new(advert.CaseOf(), 1)]));
        return
        [
            .. Routes().Select(route => "/" + route.Replace("{CaseId:guid}", $"{advert.CaseOf()}", StringComparison.Ordinal)
                .Replace("{PersonId:guid}", $"{advert.SellerId}", StringComparison.Ordinal).Replace("{BulkId:guid}", $"{bulk}", StringComparison.Ordinal)),
        ];
    }

    /// <summary>The console's; readers may report, and only seniors and admins write rules and modes.</summary>
    private IReadOnlyList<string> Routes() =>
        [.. AllRoutes().Where(r => r.StartsWith("moderation", StringComparison.Ordinal) && !r.StartsWith("moderation/rules", StringComparison.Ordinal) && !r.StartsWith("moderation/texts", StringComparison.Ordinal) && r is not ("moderation/modes" or "moderation/reports") && !r.Contains("{LookId", StringComparison.Ordinal))];

    private IReadOnlyList<string> AllRoutes() =>
    [
        .. market.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.OfType<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>()
                .Any(m => m.Type.Assembly == typeof(ModerationModule).Assembly))
            .Select(e => e.RoutePattern.RawText!.TrimStart('/')).Distinct(),
    ];
}
