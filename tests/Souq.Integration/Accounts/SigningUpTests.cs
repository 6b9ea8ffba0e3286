using System.Net;
using Souq.Accounts;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Accounts;

[Collection(nameof(AccountsCollection))]
public sealed class SigningUpTests(AccountsFixture fixture)
{
    private readonly AccountsMarket market = fixture.Market;
    private readonly string amina = AccountsMarket.NewAddress();

    [Fact]
    public async Task Sign_up_then_mail_then_confirmation_opens_the_account()
    {
        using var browser = market.Browser();
        var sent = await SignUp(browser, "/fr/signup?returnUrl=%2Ffr%2Foffer", amina.ToUpperInvariant());
        sent.Address.AbsolutePath.ShouldBe("/fr/signup/sent");
        (await market.Person(amina))!.Confirmed.ShouldBeFalse();

        var mail = market.MailTo(amina).ShouldHaveSingleItem();
        mail.Subject.ShouldBe("Confirmez votre adresse");
        var page = await browser.Open(market.LinkTo(amina));
        (await market.Person(amina))!.Confirmed.ShouldBeFalse("a mail program that opens links must not confirm");

        var opened = await market.Follow(() => page.Submit("confirm"));

        opened.Address.AbsolutePath.ShouldBe("/fr/offer");
        var person = (await market.Person(amina))!;
        person.Confirmed.ShouldBeTrue();
        await using var session = market.Store.QuerySession();
        (await session.Events.FetchStreamAsync(person.Id, token: TestContext.Current.CancellationToken)).Select(e => e.EventType).ShouldBe([typeof(PersonRegistered), typeof(EmailConfirmed)]);

        var me = await browser.Open("/fr/me");
        me.Field("name").ShouldBe("Amina B.");
        me.Field("phone").ShouldBe("0550 12 34 56");
    }

    [Fact]
    public async Task The_link_confirms_but_is_no_key_afterwards()
    {
        using var first = market.Browser();
        await SignUp(first, "/signup", amina);
        var link = market.LinkTo(amina);
        await market.Follow(async () => await (await first.Open(link)).Submit("confirm"));

        using var finder = market.Browser();
        var page = await (await finder.Open(link)).Submit("confirm");

        page.Address.AbsolutePath.ShouldBe("/signin");
        (await finder.Open("/me")).Address.AbsolutePath.ShouldBe("/signin");
    }

    [Theory]
    [InlineData("/signup", "ar", "اكتب بريدك الإلكتروني.")]
    [InlineData("/fr/signup", "fr", "Écrivez votre adresse e-mail.")]
    [InlineData("/en/signup", "en", "Write your e-mail address.")]
    public async Task A_refused_form_comes_back_filled_in_the_readers_language(string address, string language, string wrong)
    {
        using var browser = market.Browser();
        var page = await (await browser.Open(address)).Submit("signup",
            ("name", "أمينة <b>"), ("email", ""), ("password", "short"), ("phone", "12"), ("terms", "true"));

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Document.DocumentElement.GetAttribute("lang").ShouldBe(language);
        page.Field("name").ShouldBe("أمينة <b>");
        page.Field("phone").ShouldBe("12");
        page.Field("terms").ShouldBe("true");
        page.Field("password").ShouldBe("");
        page.Error("email").ShouldBe(wrong);
        page.Error("name").ShouldNotBeEmpty();
        page.Error("password").ShouldNotBeEmpty();
        page.Error("phone").ShouldNotBeEmpty();
        page.Error("terms").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_known_address_gets_the_same_answer_and_its_mailbox_a_letter()
    {
        using var browser = market.Browser();
        var known = await SignUp(browser, "/signup", "seller@souq.test");
        var fresh = await SignUp(browser, "/signup", amina);

        known.Status.ShouldBe(fresh.Status);
        known.Text().ShouldBe(fresh.Text());
        known.Address.ShouldBe(fresh.Address);
        market.MailTo("seller@souq.test").ShouldHaveSingleItem().TextBody!.ShouldContain("http://localhost/signin");
        (await market.Person("seller@souq.test"))!.Name.ShouldNotBe("Amina B.");
    }

    [Fact]
    public async Task Who_signs_up_again_before_confirming_voids_the_first_letter()
    {
        using var browser = market.Browser();
        await SignUp(browser, "/signup", amina);
        var first = market.LinkTo(amina);
        await SignUp(browser, "/signup", amina);

        var stale = await (await browser.Open(first)).Submit("confirm");
        stale.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var opened = await market.Follow(async () => await (await browser.Open(market.LinkTo(amina))).Submit("confirm"));
        opened.Address.AbsolutePath.ShouldBe("/me");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_in_words()
    {
        using var browser = market.Browser();
        var page = await browser.Post("/fr/signup", KeyValuePair.Create("_handler", "signup"), KeyValuePair.Create("email", "a@example.dz"));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Document.DocumentElement.GetAttribute("lang").ShouldBe("fr");
        page.Text("h1").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_network_that_signs_up_too_often_is_told_when_to_come_back()
    {
        using var browser = market.Browser();
        for (var i = 0; i < 20; i++) (await SignUp(browser, "/fr/signup", AccountsMarket.NewAddress())).Status.ShouldBe(HttpStatusCode.OK);

        var page = await SignUp(browser, "/fr/signup", amina);

        page.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        page.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(3));
        page.Text("[role=alert]").ShouldContain("réessayez");
        page.Field("email").ShouldBe(amina);
        using var neighbour = market.Browser();
        (await SignUp(neighbour, "/fr/signup", amina)).Status.ShouldBe(HttpStatusCode.OK);
        market.Clock.Advance(TimeSpan.FromMinutes(4));
        (await SignUp(browser, "/fr/signup", AccountsMarket.NewAddress())).Status.ShouldBe(HttpStatusCode.OK);
    }

    private Task<Page> SignUp(Browser browser, string address, string email) => market.Follow(async () => await (await browser.Open(address))
        .Submit("signup", ("name", "Amina B."), ("email", email), ("password", "a long sentence"), ("phone", "0550 12 34 56"), ("terms", "true")));
}
