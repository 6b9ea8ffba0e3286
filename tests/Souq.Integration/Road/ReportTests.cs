using System.Net;
using Souq.Accounts.Demo;
using Souq.Listings;
using Souq.Moderation.Letters.Gathering;

namespace Souq.Integration.Road;

[Collection(nameof(Market))]
public sealed class ReportTests(Market market)
{
    [Fact]
    public async Task A_reported_advert_is_looked_at_and_taken_off_and_everybody_concerned_is_told()
    {
        var title = $"Samsung {RoadSteps.NewWord()}";
        var listing = await market.Publish(title, "/fr");
        using var buyer = await market.SignedInAs(DemoPeople.Buyer);
        var page = await (await buyer.Open($"/fr/l/{listing.Number}")).Follow(".tools a[href$='/report']");
        page = await market.Follow(() => page.Submit("report", ("reason", "fraud"), ("words", "Il demande un acompte.")));
        page.Text().ShouldContain("Votre signalement est arrivé");

        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        page = await moderator.OpenCase(title);
        page.Text(".reports").ShouldContain("Il demande un acompte.");
        page.Text(".console-case").ShouldContain(title);
        page = await market.Decide(page, "refuse", ("reasonCode", "fraud"), ("words", ""), ("act", "remove"));
        page.Text(".console-done").ShouldContain("Retirée");

        (await market.Advert(listing.Number)).Life.ShouldBe(ListingLife.Removed);
        using var visitor = market.Browser();
        (await visitor.Open($"/fr/l/{listing.Number}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.Open($"/fr/l/{listing.Number}/print")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.Open($"/fr/search?q={title.Split(' ')[1]}")).Numbers().ShouldBeEmpty();

        market.MailTo(DemoPeople.Seller).Count(m => m.Subject!.Contains(title, StringComparison.Ordinal)).ShouldBe(2);
        market.MailTo(DemoPeople.Buyer).Count(m => m.Subject!.Contains(title, StringComparison.Ordinal)).ShouldBe(1);
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        (await seller.Open($"/fr/l/{listing.Number}")).Text().ShouldContain("retirée du marché");
    }

    [Fact]
    public async Task A_removal_that_was_wrong_is_appealed_against_and_the_advert_comes_back_with_the_days_it_lost()
    {
        var title = $"Samsung {RoadSteps.NewWord()}";
        var listing = await market.Publish(title, "/fr");
        using (var visitor = market.Browser())
        {
            var report = await visitor.Open($"/fr/l/{listing.Number}/report");
            await market.Follow(() => report.Submit("report", ("reason", "fraud"), ("words", "")));
        }

        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        var page = await moderator.OpenCase(title);
        await market.Decide(page, "refuse", ("reasonCode", "fraud"), ("words", ""), ("act", "remove"));
        (await market.Advert(listing.Number)).Life.ShouldBe(ListingLife.Removed);
        market.Clock.Advance(TimeSpan.FromDays(3));

        using var seller = await market.SignedInAs(DemoPeople.Seller);
        page = await (await seller.Open($"/fr/l/{listing.Number}")).Follow("a[href*='appeal/']");
        page = await market.Follow(() => page.Submit("appeal", ("words", "La facture est sur la photo.")));
        page.Text().ShouldContain("Votre contestation est examinée.");

        using var senior = await market.SignedInAs(DemoPeople.Admin);
        page = await senior.OpenCase(title);
        page.Text(".console-case").ShouldContain("La facture est sur la photo.");
        page = await market.Decide(page, "approve");
        page.Address.Query.ShouldStartWith("?done=", customMessage: page.Text());

        var back = await market.Advert(listing.Number);
        (back.Life, back.RefusalReason).ShouldBe((ListingLife.Published, null));
        (back.ExpiresAt - listing.ExpiresAt).ShouldNotBeNull().ShouldBe(TimeSpan.FromDays(3) + TellRefusalHandler.Window, TimeSpan.FromMinutes(1));
        await market.CatchUp();
        using var buyer = market.Browser();
        (await buyer.Open($"/fr/search?q={title.Split(' ')[1]}")).Numbers().ShouldBe([listing.Number]);
        (await seller.Open($"/fr/l/{listing.Number}")).Text().ShouldNotContain("retirée du marché");
    }

    [Fact]
    public async Task An_advert_is_handed_on_without_scripts_in_the_readers_language_and_printed_for_a_wall()
    {
        var listing = await market.Publish($"Samsung {RoadSteps.NewWord()}");
        using var visitor = market.Browser();
        var page = await visitor.Open($"/fr/l/{listing.Number}");
        page.Document.QuerySelector("[data-share] input")!.GetAttribute("value").ShouldBe($"http://localhost/fr/l/{listing.Number}");
        page.Document.QuerySelectorAll("[data-share] a").Select(a => a.GetAttribute("href")!).ShouldContain(h => h.StartsWith("https://wa.me/?text=", StringComparison.Ordinal));

        page = await page.Follow(".tools a[href$='/print']");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Html.ShouldContain("content=\"noindex\"");
        page.Document.QuerySelectorAll(".poster-strips > div").Length.ShouldBe(8);
        page.Text(".poster-address").ShouldBe($"localhost/fr/l/{listing.Number}");
        page.Document.QuerySelector(".qr path")!.GetAttribute("d").ShouldNotBeNullOrEmpty();
        (await visitor.Open("/l/999999999/print")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
