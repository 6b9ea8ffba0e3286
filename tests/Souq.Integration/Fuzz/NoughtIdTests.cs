using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Souq.Integration.Fuzz;

/// <summary>The id of nought names nothing, and some stores refuse to look for it: whoever asks for it is told that it is not there.</summary>
[Collection(nameof(FuzzedMarket))]
public sealed class NoughtIdTests(FuzzedMarket market)
{
    [Theory]
    [InlineData("visitor")]
    [InlineData("seller")]
    [InlineData("admin")]
    public async Task No_address_breaks_on_the_id_of_nought(string role)
    {
        var addresses = market.Market.Service<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(IsPage).Select(Address).Distinct().ToList();
        addresses.Count.ShouldBeGreaterThan(8);
        foreach (var address in addresses)
            ((int)(await market.As(role).Open("/fr" + address)).Status).ShouldBeLessThan(500, $"{role} on {address}");
    }

    private static bool IsPage(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.Parameters.Count > 0
        && endpoint.RoutePattern.Parameters.All(p => p.ParameterPolicies.Any(policy => policy.Content == "guid"))
        && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false;

    private static string Address(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part is RoutePatternLiteralPart literal ? literal.Content : Guid.Empty.ToString()))));
}
