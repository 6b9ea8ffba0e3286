using System.Net;
using Souq.Accounts.Demo;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Accounts;

[Collection(nameof(AccountsCollection))]
public sealed class SigningInTests(AccountsFixture fixture)
{
    private readonly AccountsMarket market = fixture.Market;

    [Fact]
    public async Task One_session_serves_all_three_languages_until_it_is_ended()
    {
        using var browser = await market.SignedInAs(DemoPeople.Seller);

        (await browser.Open("/me")).Address.AbsolutePath.ShouldBe("/me");
        (await browser.Open("/fr/me")).Address.AbsolutePath.ShouldBe("/fr/me");
        browser.Cookies["souq.session"]!.HttpOnly.ShouldBeTrue();

        var out_ = await (await browser.Open("/fr/terms")).Submit("signout");
        out_.Address.PathAndQuery.ShouldBe("/fr/signin?notice=out");
        (await browser.Open("/me")).Address.AbsolutePath.ShouldBe("/signin");
    }

    [Fact]
    public async Task Whoever_was_on_his_way_arrives_there()
    {
        using var browser = market.Browser();
        var asked = await browser.Open("/fr/me/erase");
        asked.Address.AbsolutePath.ShouldBe("/fr/signin");

        var page = await asked.Submit("signin", ("email", DemoPeople.Buyer), ("password", DemoPeople.Password));

        page.Address.AbsolutePath.ShouldBe("/fr/me/erase");
    }

    [Fact]
    public async Task Nobody_is_sent_to_another_host()
    {
        using var browser = market.Browser();
        var page = await (await browser.Open("/signin?returnUrl=%2F%2Fevil.example")).Submit(
            "signin", ("email", DemoPeople.Buyer), ("password", DemoPeople.Password));

        page.Address.AbsolutePath.ShouldBe("/me");
    }

    [Fact]
    public async Task Wrong_passwords_lock_an_account_and_an_address_without_one_answers_the_same()
    {
        using var browser = market.Browser();
        foreach (var address in new[] { DemoPeople.Moderator, "nobody@example.dz" })
        {
            for (var i = 0; i < 5; i++)
            {
                var wrong = await SignIn(browser, address, "not the password");
                wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
                wrong.Text("[role=alert]").ShouldContain("ne vont pas ensemble");
                wrong.Field("email").ShouldBe(address);
                wrong.Field("password").ShouldBe("");
            }

            var tooMany = await SignIn(browser, address, DemoPeople.Password);
            tooMany.Status.ShouldBe(HttpStatusCode.TooManyRequests);
            tooMany.Headers.RetryAfter.ShouldNotBeNull();
            market.Clock.Advance(TimeSpan.FromMinutes(4));
            var locked = await SignIn(browser, address, DemoPeople.Password);
            locked.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }
    }

    [Fact]
    public async Task The_right_password_ends_the_counting_of_wrong_ones()
    {
        using var browser = market.Browser();
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 4; i++) await SignIn(browser, DemoPeople.Merchant, "not the password");
            using var other = market.Browser();
            (await SignIn(other, DemoPeople.Merchant, DemoPeople.Password)).Address.AbsolutePath.ShouldBe("/fr/me");
        }
    }

    [Fact]
    public async Task An_unconfirmed_person_gets_his_letter_again_and_only_with_the_right_password()
    {
        var amina = AccountsMarket.NewAddress();
        using var browser = market.Browser();
        await market.Follow(async () => await (await browser.Open("/fr/signup")).Submit("signup",
            ("name", "Amina"), ("email", amina), ("password", "a long sentence"), ("terms", "true")));

        (await SignIn(browser, amina, "not the password")).Text("[role=alert]").ShouldContain("ne vont pas ensemble");
        var page = await market.Follow(() => SignIn(browser, amina, "a long sentence"));

        page.Text("[role=alert]").ShouldContain("pas encore confirmée");
        market.MailTo(amina).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_and_ends_other_sessions()
    {
        var amina = await market.Member();
        using var elsewhere = await market.SignedInAs(amina, AccountsMarket.Sentence);
        using var browser = market.Browser();
        var asked = await market.Follow(async () => await (await browser.Open("/fr/forgot")).Submit("forgot", ("email", amina)));
        var unknown = await market.Follow(async () => await (await browser.Open("/fr/forgot")).Submit("forgot", ("email", "nobody@example.dz")));
        unknown.Text().ShouldBe(asked.Text());

        var link = market.LinkTo(amina);
        var refused = await (await browser.Open(link)).Submit("reset", ("password", "short"));
        refused.Error("password").ShouldNotBeEmpty();
        var done = await market.Follow(() => refused.Submit("reset", ("password", "another long sentence")));
        done.Address.PathAndQuery.ShouldBe("/fr/signin?notice=reset");

        (await browser.Open(link)).Status.ShouldBe(HttpStatusCode.Gone);
        (await SignIn(browser, amina, "another long sentence")).Address.AbsolutePath.ShouldBe("/fr/me");
        market.Clock.Advance(TimeSpan.FromMinutes(2));
        (await elsewhere.Open("/me")).Address.AbsolutePath.ShouldBe("/signin");
    }

    [Fact]
    public async Task A_network_that_guesses_is_stopped_whatever_the_addresses()
    {
        using var browser = market.Browser();
        for (var i = 0; i < 60; i++) await SignIn(browser, $"p{i}@example.dz", "not the password");

        (await SignIn(browser, DemoPeople.Admin, DemoPeople.Password)).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        using var neighbour = market.Browser();
        (await SignIn(neighbour, DemoPeople.Admin, DemoPeople.Password)).Address.AbsolutePath.ShouldBe("/fr/me");
    }

    private static async Task<Page> SignIn(Browser browser, string email, string password) =>
        await (await browser.Open("/fr/signin")).Submit("signin", ("email", email), ("password", password));
}
