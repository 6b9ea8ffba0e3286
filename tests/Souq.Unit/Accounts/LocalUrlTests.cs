using CsCheck;
using Souq.Accounts.SigningIn;

namespace Souq.Unit.Accounts;

public sealed class LocalUrlTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/offer")]
    [InlineData("/fr/l/10234?from=search#contact")]
    public void Pages_of_this_market_are_returned_to(string url) => LocalUrl.Clean(url).ShouldBe(url);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("offer")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("/offer\r\nSet-Cookie: a=b")]
    [InlineData("/fr/../../x")]
    [InlineData("javascript:alert(1)")]
    public void Nothing_else_is(string? url) => LocalUrl.Clean(url).ShouldBeNull();

    [Theory]
    [InlineData("/signin?returnUrl=/signin")]
    [InlineData("/fr/signout")]
    [InlineData("/confirm/abc")]
    public void Nobody_is_sent_round_in_a_circle(string url) => LocalUrl.Clean(url).ShouldBeNull();

    [Fact]
    public void Whatever_is_returned_to_stays_on_this_host()
    {
        var here = new Uri("https://souq.example");
        Gen.String[Gen.Char["/\\.:@?#%abt\t\n "], 0, 12].Sample(text =>
            LocalUrl.Clean(text) is not { } url || new Uri(here, url).Host == here.Host);
    }
}
