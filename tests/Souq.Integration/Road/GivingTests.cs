using System.Net;
using MimeKit;
using Souq.Accounts.Demo;
using Souq.Integration.Stores;
using Souq.Listings;
using Souq.Messaging.Conversations;
using Souq.Web.Commands;

namespace Souq.Integration.Road;

/// <summary>A thing that costs nothing goes to the one who is chosen among those who asked.</summary>
[Collection(nameof(Market))]
public sealed class GivingTests(Market market)
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_says_why_and_the_giver_promises_it_moves_the_promise_and_gives_it()
    {
        var gift = await Gift();
        using var giver = await market.SignedInAs(DemoPeople.Seller);
        var (first, second) = (await market.NewMember(), await market.NewMember());
        await Ask(first.Email, gift, "Pour mon fils qui entre à l'université");
        await Ask(second.Email, gift, "Notre téléphone est cassé depuis un mois");

        var requests = await (await giver.Open($"/fr/desk/{gift.Number}")).Follow("a[href$='/requests']");
        requests.Document.QuerySelectorAll(".gift-words").Select(w => w.TextContent.Trim()).ShouldBe(
            ["Pour mon fils qui entre à l'université", "Notre téléphone est cassé depuis un mois"]);

        var promised = await market.Follow(() => requests.Submit("promise", ("person", second.Id.ToString())));
        promised.Text(".chosen").ShouldContain("cassé");
        Letters(second.Email, gift).Count.ShouldBe(1);
        Letters(first.Email, gift).ShouldBeEmpty();

        var asked = await market.Follow(() => promised.Submit("promise", ("person", first.Id.ToString())));
        asked.Document.QuerySelector("button[name=move]").ShouldNotBeNull();
        var moved = await market.Follow(() => asked.Submit("promise", ("person", first.Id.ToString()), ("move", "yes")));
        moved.Text(".chosen").ShouldContain("université");
        Letters(first.Email, gift).Count.ShouldBe(1);

        using var other = await market.SignedInAs(second.Email);
        (await other.Open($"/fr/l/{gift.Number}")).Text(".contact-bar").ShouldContain("demande");
        var desk = await giver.Open($"/fr/desk/{gift.Number}");
        (await market.Follow(() => desk.Submit("sold", ("sold", first.Id.ToString())))).Address.Query.ShouldBe("?done=sold");
        Letters(second.Email, gift).Count.ShouldBe(2);
        Letters(first.Email, gift).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_request_that_says_too_little_comes_back_as_it_was_typed()
    {
        var gift = await Gift();
        using var buyer = await market.SignedInAs((await market.NewMember()).Email);
        var refused = await (await buyer.Open($"/fr/l/{gift.Number}/write")).Submit("ask", ("why", "svp"), ("collect", "samedi"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Error("why").ShouldContain("10");
        refused.Document.QuerySelector("input[name=collect]")!.GetAttribute("value").ShouldBe("samedi");
    }

    [Fact]
    public async Task Nobody_else_sees_who_asked_and_nothing_is_promised_to_one_who_did_not()
    {
        var gift = await Gift();
        var asker = await market.NewMember();
        await Ask(asker.Email, gift, "Pour la bibliothèque du quartier");
        using var stranger = await market.SignedInAs(asker.Email);
        (await stranger.Open($"/fr/l/{gift.Number}/requests")).Status.ShouldBe(HttpStatusCode.NotFound);

        using var giver = await market.SignedInAs(DemoPeople.Seller);
        var requests = await giver.Open($"/fr/l/{gift.Number}/requests");
        (await requests.Submit("promise", ("person", Guid.NewGuid().ToString()))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await giver.Open("/fr/l/999999999/requests")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Of_two_promises_at_once_one_is_kept_and_the_other_page_says_that_something_changed()
    {
        var gift = await Gift();
        var (first, second) = (await market.NewMember(), await market.NewMember());
        await Ask(first.Email, gift, "Pour mon fils qui entre à l'université");
        await Ask(second.Email, gift, "Notre téléphone est cassé depuis un mois");
        using var giver = await market.SignedInAs(DemoPeople.Seller);
        var (one, two) = (await giver.Open($"/fr/l/{gift.Number}/requests"), await giver.Open($"/fr/l/{gift.Number}/requests"));

        var answers = await market.Follow(() => Task.WhenAll(
            one.Submit("promise", ("person", first.Id.ToString())), two.Submit("promise", ("person", second.Id.ToString()))));

        answers.Select(a => a.Status).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.Conflict]);
        (Letters(first.Email, gift).Count + Letters(second.Email, gift).Count).ShouldBe(1);
    }

    [Fact]
    public async Task What_an_asker_wrote_goes_with_him()
    {
        var gift = await Gift();
        var asker = await market.NewMember();
        await Ask(asker.Email, gift, "Pour ma voisine Zoulikha");
        await market.Follow(() => market.Service<CommandSender>().Send(new Souq.Accounts.Erasing.ErasePerson(asker.Id)));

        await using var session = market.Service<Souq.Messaging.IMessagingStore>().QuerySession();
        (await Marten.QueryableExtensions.AnyAsync(session.Query<MessageWords>().Where(m => m.FromId == asker.Id), Now)).ShouldBeFalse();
        using var giver = await market.SignedInAs(DemoPeople.Seller);
        (await giver.Open($"/fr/l/{gift.Number}/requests")).Text().ShouldNotContain("Zoulikha");
    }

    /// <summary>A published advert that costs nothing.</summary>
    private async Task<Listing> Gift()
    {
        var title = $"Téléphone {RoadSteps.NewWord()}";
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var page = await (await seller.Open("/fr/offer?section=smartphones")).Submit("details", ("attr.brand", "Samsung"), ("attr.model", "Galaxy S21"));
        page = await page.Submit("words", ("title", title), ("description", "À donner."), ("price_type", "Free"), ("price", ""), ("wilaya", "31"), ("commune", "3101"));
        page = await page.Upload("photos", "photos", [("front.jpg", RoadSteps.Jpeg(title.GetHashCode(StringComparison.Ordinal) & 0xFFFF))], ("next", "true"));
        var listing = await market.Submit(page);
        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        await market.Approve(moderator, title);
        return await market.Advert(listing.Number);
    }

    private async Task Ask(string email, Listing gift, string why)
    {
        market.Clock.Advance(TimeSpan.FromMinutes(1));
        using var buyer = await market.SignedInAs(email);
        var page = await (await buyer.Open($"/fr/l/{gift.Number}")).Follow(".contact-bar a[href$='/write']");
        page = await market.Follow(() => page.Submit("ask", ("why", why), ("collect", "samedi matin")));
        page.Address.AbsolutePath.ShouldStartWith("/fr/messages/", customMessage: page.Text("[role=alert]"));
    }

    /// <summary>Letters about the gift, that of the own request excepted.</summary>
    private List<MimeMessage> Letters(string email, Listing gift) =>
        [.. market.MailTo(email).Where(m => (m.Subject + m.TextBody).Contains(gift.Public!.Title, StringComparison.Ordinal))];
}
