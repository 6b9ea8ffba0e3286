using System.Net;
using Souq.Accounts.Contracts;
using Souq.Accounts.Demo;
using Souq.Integration.Road;
using Souq.Integration.Stores;
using Souq.Messaging.Ratings;
using Souq.Moderation.Appeals;
using Souq.Moderation.Contracts;
using Souq.TestSupport.Browsing;
using Case = Souq.Moderation.Case;

namespace Souq.Integration.Messaging;

/// <summary>What buyers say of sellers: written, read, reported, judged and forgotten.</summary>
[Collection(nameof(Market))]
public sealed class RatingTests(Market market)
{
    private readonly string title = $"Téléphone {RoadSteps.NewWord()}";

    [Fact]
    public async Task A_buyer_rates_who_has_answered_him_and_everybody_reads_it()
    {
        var (talk, number, buyer, seller) = await Talk();
        (await buyer.Browser.Open(talk)).Document.QuerySelector("a[href$='/rate']").ShouldBeNull();
        (await buyer.Browser.Open(talk + "/rate")).Text().ShouldContain("quand il vous aura répondu");
        await Answer(talk, seller.Browser);

        var form = await (await buyer.Browser.Open(talk)).Follow("a[href$='/rate']");
        var refused = await form.Submit("rate", ("words", "Sérieux et ponctuel."));
        refused.Text("[role=alert]").ShouldContain("Choisissez le nombre d’étoiles");
        refused.Field("words").ShouldBe("Sérieux et ponctuel.");
        var done = await market.Follow(() => refused.Submit("rate", ("stars", "4")));
        done.Text().ShouldContain("Merci");
        done.Text(".rating").ShouldContain("Sérieux et ponctuel.");
        // The form that another window still shows.
        var again = await market.Follow(() => refused.Submit("rate", ("stars", "1")));
        (again.Status, again.Text(".rating")).ShouldBe((HttpStatusCode.OK, done.Text(".rating")));

        using var visitor = market.Browser();
        var page = await visitor.Open($"/fr/people/{seller.Id}/ratings");
        page.Text().ShouldContain("Sérieux et ponctuel.");
        page.Text(".rating-sum").ShouldContain("4,0");
        page.Text(".rating a").ShouldBe(title);
        page.Text().ShouldNotContain("Yacine");
        (await visitor.Open($"/fr/l/{number}")).Text(".rated").ShouldBe("4,0 1 avis");
        (await visitor.Open($"/people/{seller.Id}")).Text(".rated").ShouldContain("تقييم واحد");
        var letter = Told(seller).ShouldHaveSingleItem();
        letter.TextBody.ShouldNotBeNull().ShouldContain("Sérieux et ponctuel.");
        letter.TextBody.ShouldContain(title);
    }

    [Fact]
    public async Task It_is_taken_back_and_put_back_as_it_was()
    {
        var (talk, _, buyer, seller) = await Rated("Bien", "5");
        var form = await buyer.Browser.Open(talk + "/rate");
        form.Document.QuerySelector("input[name=stars]").ShouldBeNull();
        form = await market.Follow(() => form.Submit("withdraw"));
        form.Text().ShouldContain("Vous avez retiré votre avis");
        (await seller.Browser.Open($"/fr/people/{seller.Id}/ratings")).Text().ShouldContain("Pas encore d’avis");
        await market.Follow(() => form.Submit("withdraw"));
        (await seller.Browser.Open($"/fr/people/{seller.Id}/ratings")).Text(".ratings").ShouldContain("Bien");
        Told(seller).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Nobody_else_rates_in_a_conversation_and_what_is_not_there_is_not_found()
    {
        var (talk, _, _, seller) = await Rated("Bien", "5");
        var own = await seller.Browser.Open(talk + "/rate");
        own.Text().ShouldContain("Seule la personne qui a écrit");
        own.Document.QuerySelector("input[name=stars]").ShouldBeNull();
        using var stranger = await market.SignedInAs(DemoPeople.Merchant);
        (await stranger.Open(talk + "/rate")).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var path in new[] { $"/fr/people/{Guid.NewGuid()}/ratings", $"/fr/ratings/{Guid.NewGuid()}/report" })
            (await stranger.Open(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        foreach (var path in new[] { $"/fr/people/{seller.Id}/ratings?before=x", "/fr/messages?before=x", "/fr/desk?before=x", "/fr/favourites?full=x" })
            (await stranger.Open(path)).Status.ShouldBe(HttpStatusCode.OK, path);
    }

    [Fact]
    public async Task A_reported_rating_is_taken_down_and_an_appeal_brings_it_back()
    {
        var (talk, _, buyer, seller) = await Rated("Un voleur, tous des voleurs.", "1");
        var page = await (await seller.Browser.Open($"/fr/people/{seller.Id}/ratings")).Follow("a[href$='/report']");
        page.Text().ShouldContain("tous des voleurs");
        page = await market.Follow(() => page.Submit("report", ("reason", "offensive")));
        page.Text().ShouldContain("Merci");
        var (rating, caseId) = Ids(talk);
        using var karim = await market.SignedInAs(DemoPeople.Moderator);
        page = await karim.Open($"/fr/moderation/cases/{caseId}");
        foreach (var words in new[] { "tous des voleurs", $"Avis sur : {title}", "Retirer l’avis" }) page.Text("body").ShouldContain(words);
        page.Document.QuerySelector("button[value=return]").ShouldBeNull();
        await market.Decide(page, "refuse", ("reasonCode", "abuse"), ("act", "remove"));

        using var visitor = market.Browser();
        (await visitor.Open($"/fr/people/{seller.Id}/ratings")).Text().ShouldContain("Pas encore d’avis");
        (await visitor.Open($"/fr/ratings/{rating}/report")).Status.ShouldBe(HttpStatusCode.NotFound);
        var own = await buyer.Browser.Open(talk + "/rate");
        own.Text().ShouldContain("Un modérateur a retiré votre avis");
        own.Document.QuerySelector("input[name=stars]").ShouldBeNull();
        market.MailTo(buyer.Email)[^1].Subject.ShouldNotBeNull().ShouldContain("avis");

        var sender = market.Service<Souq.Web.Commands.CommandSender>();
        (await market.Follow(() => sender.Send(new AppealDecision(caseId, buyer.Id, "Il m’a pris mon argent.")))).ShouldBeEmpty();
        (await market.Follow(() => sender.Send(new OverturnDecision(caseId, 1, DemoPeople.IdOf(DemoPeople.Admin))))).ShouldBeEmpty();
        (await visitor.Open($"/fr/people/{seller.Id}/ratings")).Text().ShouldContain("tous des voleurs");
    }

    [Fact]
    public async Task Trusted_reports_hide_it_until_a_moderator_has_looked()
    {
        var (talk, _, buyer, seller) = await Rated("Menteur.", "1");
        var (rating, caseId) = Ids(talk);
        using var visitor = market.Browser();
        await market.Tick(new SubjectHidden(caseId, Reportable.Rating, rating, market.Clock.GetUtcNow()));
        (await visitor.Open($"/fr/people/{seller.Id}/ratings")).Text().ShouldContain("Pas encore d’avis");
        (await buyer.Browser.Open(talk + "/rate")).Text(".rating").ShouldContain("Menteur.");
        (await visitor.Open($"/fr/ratings/{rating}/report")).Status.ShouldBe(HttpStatusCode.NotFound);
        // Whose report hid it still reads that it was sent.
        (await seller.Browser.Open($"/fr/ratings/{rating}/report?sent=new")).Text().ShouldNotContain("Menteur.");
        await market.Tick(new SubjectShown(caseId, Reportable.Rating, rating, market.Clock.GetUtcNow().AddMinutes(1)));
        await market.Tick(new SubjectHidden(caseId, Reportable.Rating, rating, market.Clock.GetUtcNow()));
        (await visitor.Open($"/fr/people/{seller.Id}/ratings")).Text().ShouldContain("Menteur.");
    }

    [Fact]
    public async Task Whoever_is_forgotten_leaves_stars_without_words()
    {
        var (talk, _, buyer, seller) = await Rated("Sérieux.", "5");
        await market.Tick(new PersonErased(buyer.Id, market.Clock.GetUtcNow()));
        using var visitor = market.Browser();
        var page = await visitor.Open($"/fr/people/{seller.Id}/ratings");
        page.Text(".rating-sum").ShouldContain("5,0");
        page.Text().ShouldNotContain("Sérieux.");
        page.Text().ShouldNotContain(title);
    }

    [Fact]
    public async Task A_seller_who_is_forgotten_is_not_known_by_the_advert_in_a_case()
    {
        var (talk, _, buyer, seller) = await Rated("Menteur.", "1");
        var form = await buyer.Browser.Open($"/fr/ratings/{Ids(talk).Rating}/report");
        form.Text().ShouldContain("Menteur.");
        using var stranger = await market.SignedInAs(DemoPeople.Merchant);
        form = await stranger.Open($"/fr/ratings/{Ids(talk).Rating}/report");
        await market.Follow(() => form.Submit("report", ("reason", "offensive")));
        await market.Tick(new PersonErased(seller.Id, market.Clock.GetUtcNow()));
        await using var session = market.Service<Souq.Moderation.IModerationStore>().QuerySession();
        (await session.LoadAsync<Souq.Moderation.Opening.CaseSubject>(Ids(talk).Case, TestContext.Current.CancellationToken)).ShouldNotBeNull().Title.ShouldBe("");
    }

    [Fact]
    public async Task Pages_hold_each_once()
    {
        var (_, _, _, seller) = await Rated("Le premier.", "5");
        await using (var session = market.Service<Souq.Messaging.IMessagingStore>().LightweightSession())
        {
            for (var i = 1; i < 45; i++)
            {
                var (conversation, at) = (Guid.NewGuid(), market.Clock.GetUtcNow().AddMinutes(-i));
                session.Events.StartStream<Rating>(Rating.IdOf(conversation), new PersonRated(conversation, Guid.NewGuid(), Guid.NewGuid(), seller.Id, 4, at));
            }

            await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        using var visitor = market.Browser();
        var page = await visitor.Open($"/fr/people/{seller.Id}/ratings");
        var counts = new List<int> { page.Document.QuerySelectorAll(".ratings > li").Length };
        while (page.Document.QuerySelector(".pager a[rel=next]") is not null)
        {
            page = await page.Follow(".pager a[rel=next]");
            counts.Add(page.Document.QuerySelectorAll(".ratings > li").Length);
        }

        counts.ShouldBe([20, 20, 5]);
    }

    private sealed record Member(string Email, Guid Id, Browser Browser);

    private IEnumerable<MimeKit.MimeMessage> Told(Member seller) =>
        market.MailTo(seller.Email).Where(m => m.TextBody!.Contains($"/people/{seller.Id}/ratings", StringComparison.Ordinal));

    private static (Guid Rating, Guid Case) Ids(string talk)
    {
        var rating = Rating.IdOf(Guid.Parse(talk.Split('/')[^1]));
        return (rating, Case.IdOf(Reportable.Rating, rating));
    }

    private async Task<(string Talk, long Number, Member Buyer, Member Seller)> Rated(string words, string stars)
    {
        var all = await Talk();
        await Answer(all.Talk, all.Seller.Browser);
        var form = await all.Buyer.Browser.Open(all.Talk + "/rate");
        await market.Follow(() => form.Submit("rate", ("stars", stars), ("words", words)));
        return all;
    }

    /// <summary>Somebody has written about an advert of somebody; both are known to no other test.</summary>
    private async Task<(string Talk, long Number, Member Buyer, Member Seller)> Talk()
    {
        var (buyer, seller) = (await Join("Yacine"), await Join("Amel"));
        var listing = await market.Submit(await seller.Browser.Preview(title, "/fr"));
        using (var moderator = await market.SignedInAs(DemoPeople.Moderator)) await market.Approve(moderator, title);
        var form = await buyer.Browser.Open($"/fr/l/{listing.Number}/write");
        var talk = await market.Follow(() => form.Submit("write", ("words", "Bonjour")));
        return (talk.Address.AbsolutePath, listing.Number, buyer, seller);
    }

    private async Task Answer(string talk, Browser seller)
    {
        var form = await seller.Open(talk);
        await market.Follow(() => form.Submit("answer", ("words", "Oui, toujours disponible.")));
    }

    private async Task<Member> Join(string name)
    {
        var (email, id) = await market.NewMember(name);
        return new(email, id, await market.SignedInAs(email));
    }
}
