using System.Net;
using Souq.Accounts.Contracts;
using Souq.Accounts.Demo;
using Wolverine.Tracking;

namespace Souq.Integration.Accounts;

[Collection(nameof(AccountsCollection))]
public sealed class ProfileTests(AccountsFixture fixture)
{
    private readonly AccountsMarket market = fixture.Market;

    [Fact]
    public async Task A_person_describes_himself_and_the_market_follows_his_language()
    {
        var email = await market.Member();
        using var browser = await market.SignedInAs(email, AccountsMarket.Sentence);

        var saved = await (await browser.Open("/fr/me")).Submit("profile",
            ("name", "أمينة بوعلام"), ("phone", "0661 00 00 01"), ("show", "true"), ("language", "ar"));

        saved.Address.PathAndQuery.ShouldBe("/me?notice=saved");
        saved.Document.DocumentElement.GetAttribute("dir").ShouldBe("rtl");
        saved.Field("show").ShouldBe("true");
        var person = (await market.Person(email))!;
        (person.Phone, person.ShowPhone).ShouldBe(("+213661000001", true));

        using var visitor = market.Browser();
        var page = await visitor.Open($"/people/{person.Id}");
        page.Text().ShouldContain("أمينة بوعلام");
        page.Html.ShouldNotContain("661000001");
        page.Html.ShouldNotContain(email);
    }

    [Fact]
    public async Task A_refused_profile_comes_back_as_it_was_sent()
    {
        using var browser = await market.SignedInAs(DemoPeople.Buyer);
        var page = await (await browser.Open("/fr/me")).Submit("profile",
            ("name", ""), ("phone", "12"), ("show", "true"), ("language", "en"));

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (page.Field("name"), page.Field("phone"), page.Field("show"), page.Field("language")).ShouldBe(("", "12", "true", "en"));
        page.Error("name").ShouldBe("Écrivez votre nom.");
        page.Error("phone").ShouldContain("0550 12 34 56");
    }

    [Fact]
    public async Task Who_erases_himself_is_gone_and_every_module_hears_of_it()
    {
        var email = await market.Member();
        var id = (await market.Person(email))!.Id;
        using var browser = await market.SignedInAs(email, AccountsMarket.Sentence);
        var form = await browser.Open("/fr/me/erase");
        (await form.Submit("erase", ("password", "not the password"))).Error("password").ShouldNotBeEmpty();

        var session = await market.Host.ExecuteAndWaitAsync(
            async _ => (await form.Submit("erase", ("password", AccountsMarket.Sentence))).Address.PathAndQuery.ShouldBe("/fr/signin?notice=erased"));

        session.Executed.MessagesOf<PersonErased>().ShouldNotBeEmpty();
        session.Executed.MessagesOf<PersonErased>().ShouldAllBe(fact => fact.PersonId == id);
        (await market.Person(email)).ShouldBeNull();
        (await browser.Open("/me")).Address.AbsolutePath.ShouldBe("/signin");
        (await browser.Open($"/people/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_is_shown_who_does_not_exist()
    {
        using var browser = market.Browser();
        var page = await browser.Open($"/fr/people/{Guid.NewGuid()}");
        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Document.DocumentElement.GetAttribute("lang").ShouldBe("fr");
    }
}
