using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.TestHost;
using Souq.TestSupport;

namespace Souq.Integration.Catalog;

public sealed class CommuneList(TestCluster cluster)
{
    [Fact]
    public async Task The_communes_of_a_wilaya_come_in_the_language_of_the_address_and_are_cached()
    {
        await using var node = await CatalogNode.StartAsync(await cluster.NewDatabaseAsync());
        var client = node.Host.GetTestClient();
        var arabic = await client.GetAsync("/communes?wilaya=16", TestContext.Current.CancellationToken);
        var french = await client.GetAsync("/fr/communes?wilaya=16", TestContext.Current.CancellationToken);
        (await Names(arabic)).ShouldContain("باب الزوار");
        (await Names(french)).ShouldContain("Bab Ezzouar");
        (await Names(french)).Count.ShouldBe(57);
        arabic.Headers.ETag.ShouldNotBe(french.Headers.ETag);

        using var again = new HttpRequestMessage(HttpMethod.Get, "/communes?wilaya=16");
        again.Headers.IfNoneMatch.Add(arabic.Headers.ETag!);
        (await client.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        foreach (var none in new[] { "/communes", "/communes?wilaya=99", "/communes?wilaya=x" })
            (await Names(await client.GetAsync(none, TestContext.Current.CancellationToken))).ShouldBeEmpty();
    }

    private static async Task<List<string>> Names(HttpResponseMessage response)
    {
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return [.. json.RootElement.EnumerateArray().Select(c => c.GetProperty("name").GetString()!)];
    }
}
