using Microsoft.AspNetCore.Http;
using Souq.Web.Security;

namespace Souq.Unit.Web;

public sealed class FormsOfThisMarket
{
    [Theory]
    [InlineData("same-origin", null, true)]
    [InlineData("same-origin", "https://souq.example", true)]
    [InlineData("", "https://souq.example", true)]
    [InlineData("none", "http://SOUQ.example", true)]
    [InlineData("cross-site", "https://souq.example", false)]
    [InlineData("same-site", "https://souq.example", false)]
    [InlineData("", "https://evil.example", false)]
    [InlineData("", "https://souq.example:8443", false)]
    [InlineData("", "null", false)]
    [InlineData("", null, false)]
    [InlineData("none", null, false)]
    public void Only_pages_of_this_market_send_them(string site, string? origin, bool ours)
    {
        var request = new DefaultHttpContext().Request;
        request.Host = new HostString("souq.example");
        if (site.Length > 0) request.Headers["Sec-Fetch-Site"] = site;
        if (origin is not null) request.Headers.Origin = origin;
        SameOrigin.Sent(request).ShouldBe(ours);
    }
}
