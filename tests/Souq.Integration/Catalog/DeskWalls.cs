using System.Net;
using Microsoft.AspNetCore.Routing;
using Souq.Accounts.Demo;
using Souq.Integration.Road;

namespace Souq.Integration.Catalog;

[Collection(nameof(Market))]
public sealed class DeskWalls(Market market)
{
    private static readonly string[] Paths =
    [
        "admin/sections", "admin/sections/new", "admin/sections/100", "admin/sections/100/attribute", "admin/sections/100/retire",
        "admin/sections/100/history", "admin/lists", "admin/lists/colours", "admin/lists/colours/choice", "admin/lists/colours/history",
    ];

    [Fact]
    public void The_desk_has_the_routes_that_are_tried_here() => market.Service<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Select(e => e.RoutePattern.RawText!.TrimStart('/')).Where(r => r.StartsWith("admin/sections", StringComparison.Ordinal) || r.StartsWith("admin/lists", StringComparison.Ordinal))
        .Distinct().Order().ShouldBe(Paths.Select(p => p.Replace("100", "{Id:int}", StringComparison.Ordinal).Replace("colours", "{Key}", StringComparison.Ordinal)).Order());

    [Fact]
    public async Task A_visitor_is_sent_to_sign_in()
    {
        using var visitor = market.Browser();
        foreach (var path in Paths) (await visitor.Open("/fr/" + path)).Address.AbsolutePath.ShouldBe("/fr/signin", path);
    }

    [Theory]
    [InlineData(DemoPeople.Seller)]
    [InlineData(DemoPeople.Moderator)]
    public async Task Who_is_no_admin_may_not(string email)
    {
        using var browser = await market.SignedInAs(email);
        foreach (var path in Paths) (await browser.Open("/" + path)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        (await browser.Open("/me")).Document.QuerySelector("a[href='admin/sections']").ShouldBeNull();
        (await browser.Post("/admin/sections/100", new("_handler", "section"), new("slug", "taken-over"))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_admin_finds_every_page_from_his_own()
    {
        using var admin = await market.Admin();
        (await admin.Open("/me")).Document.QuerySelector("a[href='admin/sections']").ShouldNotBeNull();
        foreach (var language in new[] { "/", "/fr/", "/en/" })
            foreach (var path in Paths) (await admin.Open(language + path)).Status.ShouldBe(HttpStatusCode.OK, language + path);
        foreach (var nothing in new[] { "admin/sections/9", "admin/sections/9/history", "admin/sections/100/attribute?key=none", "admin/lists/none", "admin/lists/colours/choice?value=none" })
            (await admin.Open("/" + nothing)).Status.ShouldBe(HttpStatusCode.NotFound, nothing);
    }
}
