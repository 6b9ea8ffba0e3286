using Souq.Accounts.Demo;
using Souq.Messaging.Conversations;
using Souq.Messaging.Ratings;
using Souq.Messaging.Writing;

namespace Souq.Browser;

/// <summary>Ratings as they are written and read, and as a moderator sees one that is reported.</summary>
[Collection<OpenMarketCollection>]
public class RatingPagesTests(OpenMarket market)
{
    private static readonly Guid Seller = DemoPeople.IdOf(DemoPeople.Merchant), Buyer = DemoPeople.IdOf(DemoPeople.Buyer), Other = DemoPeople.IdOf(DemoPeople.Seller);

    [Fact]
    public async Task A_seller_is_rated_on_a_phone_and_his_ratings_are_read_on_a_desktop()
    {
        var talk = await Talk(Buyer, "Volkswagen Golf 7 GTD");
        var second = await Talk(Other, "رونو كليو 4 نظيفة");
        await market.Tick(new RatePerson(second, Other, 3, "السيارة كما وُصفت، لكن البائع تأخّر ساعة عن الموعد."));

        var sofiane = await market.Visitor("", 390);
        await sofiane.SignIn(DemoPeople.Buyer);
        await sofiane.Go($"/messages/{talk}");
        await sofiane.Look("rate-conversation-ar-390");
        await sofiane.Press($"a[href$='{RatingAddress.Form(talk)}']");
        await sofiane.Look("rate-form-ar-390");
        await sofiane.Page.CheckAsync("input[name=stars][value='5']");
        await sofiane.Page.FillAsync("[name=words]", "Très sérieux, la voiture était exactement comme décrite.");
        await sofiane.Press("form.form:has([name=stars]) button[type=submit]");
        await sofiane.ShouldSee("نُشر تقييمك");
        await sofiane.Look("rate-done-ar-390");
        await sofiane.Go($"/{RatingAddress.Of(Seller)}");
        await sofiane.ShouldSee("exactement comme décrite");
        await sofiane.Look("ratings-ar-390");

        var amina = await market.Visitor("/fr", 1280);
        await amina.Go($"/{RatingAddress.Of(Seller)}");
        await amina.Look("ratings-fr-1280");
        await amina.Go("/s/cherif-auto");
        await amina.ShouldSee("2 avis");
        await amina.Look("ratings-store-fr-1280");
        await amina.Go($"/ratings/{Rating.IdOf(talk)}/report");
        await amina.Look("rating-report-fr-1280");
        await amina.Page.CheckAsync("input[name=reason][value=untrue]");
        await amina.Press("form.form:has([name=reason]) button[type=submit]");

        var karim = await market.Visitor("/fr", 1280);
        await karim.SignIn(DemoPeople.Moderator);
        await karim.Go($"/moderation/cases/{Souq.Moderation.Case.IdOf(Souq.Moderation.Contracts.Reportable.Rating, Rating.IdOf(talk))}");
        await karim.ShouldSee("exactement comme décrite");
        await karim.Look("rating-case-fr-1280");
        // Nothing is wrong with it, and nobody else finds it in the queue.
        await karim.Press("form#approve button[type=submit]");
        await market.Settle();
    }

    /// <summary>Somebody has written about an advert of the merchant's and was answered.</summary>
    private async Task<Guid> Talk(Guid buyer, string title)
    {
        var listing = Guid.CreateVersion7();
        await using (var session = market.Service<Souq.Messaging.IMessagingStore>().LightweightSession())
        {
            session.Store(new Subject(listing, 930_000_000 + Random.Shared.Next(1_000_000), title, Seller, OnMarket: true));
            await session.SaveChangesAsync();
        }

        var conversation = Conversation.IdOf(listing, buyer);
        await market.Tick(new WriteToSeller(listing, buyer, Guid.CreateVersion7(), "Bonjour, toujours disponible ?"));
        market.Clock.Advance(TimeSpan.FromSeconds(1));
        await market.Tick(new WriteMessage(conversation, Seller, Guid.CreateVersion7(), "Oui, venez quand vous voulez."));
        return conversation;
    }
}
