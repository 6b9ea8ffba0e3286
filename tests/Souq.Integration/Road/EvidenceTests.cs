using System.Net;
using Marten;
using MimeKit;
using Souq.Accounts.Demo;
using Souq.Listings;
using Souq.Listings.Photos;
using Souq.Moderation;
using Souq.Moderation.Deciding;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Road;

/// <summary>The photo that a decision is about, on its way to the seller.</summary>
[Collection(nameof(Market))]
public sealed class EvidenceTests(Market market)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_seller_sees_which_photo_his_advert_was_refused_for_wherever_he_reads_of_it()
    {
        var (listing, word) = await Submitted();
        var (first, second) = (listing.Draft.Photos[0].Id, listing.Draft.Photos[1].Id);
        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        var page = await moderator.OpenCase(word);
        var choices = page.Document.QuerySelectorAll(".evidence-pick");
        choices.Select(c => c.QuerySelector("input")!.GetAttribute("value")).ShouldBe([first, second]);
        choices.Select(c => c.QuerySelector("img")!.GetAttribute("alt")).ShouldBe(["Photo 1", "Photo 2"]);
        page = await market.Decide(page, "refuse", ("reasonCode", "photos"), ("words", "Trop sombre"), ("quote", "Bon état"), ("photo", second));
        page.Address.Query.ShouldStartWith("?done=", customMessage: page.Text());

        var letter = Letter(word);
        letter.HtmlBody!.ShouldContain($"<img src=\"http://localhost/photos/{second}/card.webp\" width=\"200\" alt=\"الصورة 1\"");
        letter.HtmlBody!.ShouldNotContain(first);
        letter.TextBody!.ShouldContain($"http://localhost/photos/{second}/zoom.webp");
        letter.TextBody!.ShouldContain("المقصود في الصور");

        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var decision = await Decision(listing);
        foreach (var path in new[] { $"/fr/desk/{listing.Number}", $"/fr/appeal/{decision.CaseId}" })
            await Shows(await seller.Open(path), ".notice", second, "Bon état");
        await Shows(await moderator.Open($"/fr/moderation/cases/{decision.CaseId}"), ".case-history", second, "Bon état");

        // Whatever becomes of the advert, the photo stays for as long as the decision does.
        await using var session = market.Service<IListingsStore>().QuerySession();
        (await session.Query<PhotoLoan>().Where(l => l.OwnerId == decision.Id).ToListAsync(Stop)).ShouldHaveSingleItem().PhotoId.ShouldBe(second);
    }

    [Fact]
    public async Task Of_a_removed_advert_he_still_sees_it_and_the_senior_who_looks_again_does()
    {
        var (listing, word) = await Submitted();
        var photo = listing.Draft.Photos[0].Id;
        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        await market.Approve(moderator, word);
        using (var buyer = await market.SignedInAs(DemoPeople.Buyer))
            await market.Follow(async () => await (await buyer.Open($"/fr/l/{listing.Number}/report")).Submit("report", ("reason", "stolen-photos")));
        await market.Decide(await moderator.OpenCase(word), "refuse", ("reasonCode", "photos"), ("act", "remove"), ("photo", photo));
        (await market.Advert(listing.Number)).Life.ShouldBe(ListingLife.Removed);

        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var page = await seller.Open($"/fr/l/{listing.Number}");
        await Shows(page, ".notice", photo, "");
        Letter(word).HtmlBody!.ShouldContain($"photos/{photo}/card.webp");
        page = await page.Follow("a[href*='appeal/']");
        await market.Follow(() => page.Submit("appeal", ("words", "Ma propre photo.")));
        using var senior = await market.SignedInAs(DemoPeople.Admin);
        await Shows(await senior.OpenCase(word), ".case-history", photo, "");
    }

    [Fact]
    public async Task What_was_ticked_is_ticked_again_when_the_decision_is_taken_back_and_when_the_form_comes_back()
    {
        var (listing, word) = await Submitted();
        var photo = listing.Draft.Photos[1].Id;
        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        var page = await moderator.OpenCase(word);
        page = await page.Submit("refuse", ("reasonCode", "other"), ("photo", photo));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Ticked(page).ShouldBe([photo]);
        page = await page.Submit("refuse", ("words", "Trop sombre"));
        page = await market.Follow(() => page.Submit("undo"));
        page.Text().ShouldContain(word);
        Ticked(page).ShouldBe([photo]);
        page.Field("words").ShouldBe("Trop sombre");
        page = await market.Decide(page, "refuse", ("act", "return"));
        page.Address.Query.ShouldStartWith("?done=", customMessage: page.Text());
        (await Decision(listing)).Photos.ShouldBe([photo]);
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        await Shows(await seller.Open($"/fr/desk/{listing.Number}"), ".notice", photo, "");
    }

    [Fact]
    public async Task Only_photos_of_the_advert_speak_for_a_decision_about_it()
    {
        var (listing, word) = await Submitted();
        var (other, _) = await Submitted();
        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        var page = await moderator.OpenCase(word);
        foreach (var made in new[] { other.Draft.Photos[0].Id, "../../etc/passwd" })
        {
            page = await page.Submit("refuse", ("reasonCode", "photos"), ("photo", made));
            page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            page.Text(".console-decision").ShouldContain("n'est plus dans l'annonce");
        }

        (await market.Advert(listing.Number)).Review.ShouldBe(ListingReview.Waiting);
    }

    private static IReadOnlyList<string?> Ticked(Page page) => [.. page.Document.QuerySelectorAll(".evidence-pick input[checked]").Select(i => i.GetAttribute("value"))];

    private static async Task Shows(Page page, string within, string photo, string quote)
    {
        var shown = page.Document.QuerySelector($"{within} .evidence-photo").ShouldNotBeNull(page.Text());
        shown.GetAttribute("href").ShouldBe($"/photos/{photo}/zoom.webp");
        shown.QuerySelector("img")!.GetAttribute("alt").ShouldBe("Photo 1");
        page.Text(within).ShouldContain(quote);
        (await page.Follow($"{within} .evidence-photo")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<(Listing Listing, string Word)> Submitted()
    {
        var word = RoadSteps.NewWord();
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var page = await seller.WriteOffer($"Samsung {word}", "/fr");
        var seed = word.GetHashCode(StringComparison.Ordinal) & 0xFFFF;
        page = await page.Upload("photos", "photos", [("a.jpg", RoadSteps.Jpeg(seed)), ("b.jpg", RoadSteps.Jpeg(seed + 1))], ("next", "true"));
        return (await market.Submit(page), word);
    }

    private async Task<Decision> Decision(Listing listing)
    {
        await using var session = market.Service<IModerationStore>().QuerySession();
        return await session.Query<Decision>().Where(d => d.CaseId == Souq.Moderation.Case.IdOf(Souq.Moderation.Opening.SubjectKinds.Listing, listing.Id)).OrderByDescending(d => d.At).FirstAsync(Stop);
    }

    private MimeMessage Letter(string word) => market.MailTo(DemoPeople.Seller).Last(m => m.TextBody!.Contains(word, StringComparison.Ordinal));
}
