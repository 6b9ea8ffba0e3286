using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Souq.Accounts;
using Souq.Accounts.Demo;
using Souq.Accounts.Tokens;
using Souq.Integration.Road;
using Souq.TestSupport.Browsing;
using Souq.Web.Commands;
using Souq.Web.Security;

namespace Souq.Integration.Accounts;

[Collection(nameof(Market))]
public sealed class TokenTests(Market market)
{
    [Fact]
    public async Task A_token_is_shown_once_and_speaks_for_the_one_who_made_it()
    {
        using var merchant = await market.SignedInAs(DemoPeople.Merchant);
        var secret = await Make(merchant, "Caisse");
        (await merchant.Open("/fr/desk/tokens")).Html.ShouldNotContain(secret);

        var answer = await Ask(secret);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        body.RootElement.GetProperty("personId").GetGuid().ShouldBe(DemoPeople.IdOf(DemoPeople.Merchant));
        (await merchant.Open("/fr/desk/tokens")).Text(".token-list").ShouldContain("Dernier usage");
    }

    [Fact]
    public async Task A_revoked_token_opens_nothing()
    {
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var secret = await Make(seller, "Vieux programme");
        var list = await seller.Open("/fr/desk/tokens");
        var id = list.Document.QuerySelectorAll(".token-list li").First(li => li.TextContent.Contains(secret[..11], StringComparison.Ordinal))
            .QuerySelector("button[name=token]")!.GetAttribute("value");
        var gone = await list.Submit("revoke", ("token", id));
        gone.Text(".notice").ShouldContain("révoquée");
        gone.Text().ShouldNotContain(secret[..11]);

        var answer = await Ask(secret);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().ShouldContain("invalid_token");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task Uses_at_the_same_moment_are_all_served_and_no_earlier_day_comes_back()
    {
        using var merchant = await market.SignedInAs(DemoPeople.Merchant);
        var secret = await Make(merchant, "Beaucoup à la fois");
        var sender = market.Service<CommandSender>();
        var id = (await Stored(secret)).Id;
        var day = new DateOnly(2031, 5, 4);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => sender.Send(new NoteTokenUse(id, day))));
        await sender.Send(new NoteTokenUse(id, day.AddDays(-1)), TestContext.Current.CancellationToken);

        (await Stored(secret)).LastUsedOn.ShouldBe(day);
    }

    private async Task<ApiToken> Stored(string secret)
    {
        await using var session = market.Service<IAccountsStore>().QuerySession();
        var hash = TokenSecret.Hash(secret);
        return await Marten.QueryableExtensions.SingleAsync(session.Query<ApiToken>().Where(t => t.Hash == hash), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("souq_0000000000000000000000000000000000000000000")]
    [InlineData("'; drop table accounts.mt_doc_apitoken; --")]
    public async Task Without_a_good_token_nobody_is_let_in(string? secret)
    {
        var answer = await Ask(secret);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.Single().Scheme.ShouldBe("Bearer");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_session_with_a_cookie_is_none_for_the_api()
    {
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        (await seller.Open("/api/v1/me")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_how_long_to_wait()
    {
        using var buyer = await market.SignedInAs(DemoPeople.Buyer);
        var (secret, other) = (await Make(buyer, "Trop pressé"), await Make(buyer, "Tranquille"));
        var options = market.Service<IOptionsMonitor<TokenOptions>>().Get(Principal.TokenScheme);
        var usual = options.PerMinute;
        options.PerMinute = 3;
        try
        {
            for (var i = 0; i < 3; i++) (await Ask(secret)).StatusCode.ShouldBe(HttpStatusCode.OK);
            var answer = await Ask(secret);
            answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            answer.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
            (await Ask(other)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            options.PerMinute = usual;
        }
    }

    [Fact]
    public async Task The_same_form_twice_makes_one_token_and_shows_it_once()
    {
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var form = await seller.Open("/fr/desk/tokens");
        (await form.Submit("make", ("name", "Deux fois"))).Document.QuerySelector(".secret").ShouldNotBeNull();
        var again = await form.Submit("make", ("name", "Deux fois"));
        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Document.QuerySelector(".secret").ShouldBeNull();
        again.Field("name").ShouldBe("Deux fois");
    }

    private static async Task<string> Make(Browser browser, string name)
    {
        var made = await (await browser.Open("/fr/desk/tokens")).Submit("make", ("name", name));
        var secret = made.Text(".secret");
        TokenSecret.IsShaped(secret).ShouldBeTrue(made.Text());
        return secret;
    }

    private async Task<HttpResponseMessage> Ask(string? secret)
    {
        using var client = market.Host.Server.CreateClient();
        if (secret is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return await client.GetAsync(new Uri("/api/v1/me", UriKind.Relative), TestContext.Current.CancellationToken);
    }
}
