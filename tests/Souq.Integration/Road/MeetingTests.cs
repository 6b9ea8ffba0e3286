using System.Net;
using Souq.Accounts.Demo;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Road;

[Collection(nameof(Market))]
public sealed class MeetingTests(Market market) : IAsyncLifetime
{
    private readonly string title = $"Téléphone {RoadSteps.NewWord()}";
    private Browser buyer = null!;
    private Browser seller = null!;

    public async ValueTask InitializeAsync() =>
        (buyer, seller) = (await market.SignedInAs(DemoPeople.Buyer), await market.SignedInAs(DemoPeople.Seller));

    public ValueTask DisposeAsync()
    {
        buyer.Dispose();
        seller.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Buyer_and_seller_find_each_other_and_are_told_by_mail()
    {
        var listing = await market.Publish(title);
        var page = await (await buyer.Open($"/fr/l/{listing.Number}")).Follow(".contact-bar a[href$='/write']");
        page = await market.Follow(() => page.Submit("write", ("words", "Bonjour, toujours disponible ?")));
        page.Address.AbsolutePath.ShouldStartWith("/fr/messages/");
        market.MailTo(DemoPeople.Seller)[^1].TextBody.ShouldNotBeNull().ShouldContain("Bonjour, toujours disponible ?");

        var inbox = await seller.Open("/messages");
        inbox.Text(".inbox .unread").ShouldContain(title);
        var conversation = await inbox.Follow(".inbox .unread a");
        conversation.Text(".thread").ShouldContain("Bonjour, toujours disponible ?");
        await market.Follow(() => conversation.Submit("answer", ("words", "نعم، ما زال")));

        var letter = market.MailTo(DemoPeople.Buyer)[^1];
        letter.TextBody.ShouldNotBeNull().ShouldContain("نعم، ما زال");
        (await buyer.Open(letter.LinkTo("messages/"))).Text(".thread").ShouldContain("نعم، ما زال");
        (await seller.Open("/messages")).Document.QuerySelectorAll(".inbox .unread")
            .ShouldAllBe(line => !line.TextContent.Contains(title, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_phone_number_takes_one_click()
    {
        var listing = await market.Publish(title);
        using var visitor = market.Browser();
        var page = await visitor.Open($"/l/{listing.Number}");
        page.Html.ShouldNotContain("550000004");

        var shown = await market.Follow(() => page.Submit("phone"));

        shown.Document.QuerySelector("a[href='tel:+213550000004']").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_is_sold_is_out_of_the_search_and_its_page_says_so()
    {
        var listing = await market.Publish(title);
        var page = await seller.Open($"/desk/{listing.Number}");
        page = await market.Follow(() => page.Submit("sold", ("sold", "Here")));
        page.Address.Query.ShouldBe("?done=sold");

        (await buyer.Open($"/search?q={Uri.EscapeDataString(title)}")).Numbers().ShouldBeEmpty();
        (await buyer.Open("/")).Numbers().ShouldNotContain(listing.Number);
        var ended = await buyer.Open($"/fr/l/{listing.Number}");
        ended.Status.ShouldBe(HttpStatusCode.OK);
        ended.Text(".listing").ShouldContain("Vendu.");
        ended.Document.QuerySelector(".contact-bar").ShouldBeNull();
        (await (await buyer.Open($"/fr/l/{listing.Number}/write")).Submit("write", ("words", "Bonjour"))).Text("[role=alert]").ShouldContain("terminée");
    }
}
