using System.Net;
using Souq.Accounts.Contracts;
using Souq.Accounts.Demo;
using Souq.Integration.Road;
using Souq.Integration.Stores;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Messaging;
using Souq.Messaging.Conversations;
using Souq.TestSupport.Browsing;
using Wolverine.Tracking;

namespace Souq.Integration.Messaging;

[Collection(nameof(Market))]
public sealed class WritingTests(Market market)
{
    private readonly string title = $"Téléphone {RoadSteps.NewWord()}";

    [Theory]
    [InlineData("/fr", "Écrivez d’abord votre message.")]
    [InlineData("", "اكتب")]
    public async Task A_message_without_words_is_refused_in_the_readers_language(string language, string reason)
    {
        using var buyer = await market.SignedInAs(DemoPeople.Buyer);
        var page = await (await Form(buyer, language)).Submit("write", ("words", " \n "));
        page.Error("words").ShouldContain(reason);
    }

    [Fact]
    public async Task A_message_that_is_too_long_comes_back_whole()
    {
        var words = new string('x', 2_001);
        using var buyer = await market.SignedInAs(DemoPeople.Buyer);
        var page = await (await Form(buyer, "/fr")).Submit("write", ("words", words));
        page.Error("words").ShouldContain("2");
        page.Field("words").ShouldBe(words);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_message_and_one_letter()
    {
        using var buyer = await market.SignedInAs(DemoPeople.Buyer);
        var form = await Form(buyer, "/fr");
        var before = market.MailTo(DemoPeople.Seller).Count;
        await market.Follow(() => form.Submit("write", ("words", "Bonjour")));
        var page = await market.Follow(() => form.Submit("write", ("words", "Bonjour")));

        page.Document.QuerySelectorAll(".thread > li").Length.ShouldBe(1);
        market.MailTo(DemoPeople.Seller).Count.ShouldBe(before + 1);
    }

    [Fact]
    public async Task Who_is_new_puts_no_link_into_his_first_words_and_may_later_or_when_he_is_known()
    {
        var (email, person) = await market.NewMember();
        using var writer = await market.SignedInAs(email);
        var form = await Form(writer, "/fr");
        var refused = await form.Submit("write", ("words", "Voyez www.gagner.com"));
        refused.Error("words").ShouldContain("ne peut pas contenir de lien");
        refused.Field("words").ShouldBe("Voyez www.gagner.com");
        (await writer.Open("/fr/account/trust")).Text().ShouldContain("Des liens dans le premier message à un vendeur");
        var talk = await market.Follow(() => form.Submit("write", ("words", "Bonjour")));
        talk = await market.Follow(() => talk.Submit("answer", ("words", "Voyez www.gagner.com")));
        talk.Document.QuerySelectorAll(".thread > li").Length.ShouldBe(2);

        await market.Tick(new TrustChanged(person, TrustLevel.Known, market.Clock.GetUtcNow()));
        talk = await market.Follow(async () => await (await Form(writer, "/fr")).Submit("write", ("words", "Et www.gagner.com")));
        talk.Document.QuerySelectorAll(".thread > li").Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_conversation_is_nobody_elses()
    {
        using var buyer = await market.SignedInAs(DemoPeople.Buyer);
        var form = await Form(buyer, "/fr");
        var page = await market.Follow(() => form.Submit("write", ("words", "Bonjour")));
        using var stranger = await market.SignedInAs(DemoPeople.Merchant);

        (await stranger.Open(page.Address.AbsolutePath)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Open("/messages")).Text().ShouldNotContain(title);
    }

    [Fact]
    public async Task Nobody_writes_to_himself()
    {
        var listing = await market.Publish(title);
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        (await seller.Open($"/l/{listing.Number}")).Document.QuerySelector("a[href$='/write']").ShouldBeNull();
        var page = await (await seller.Open($"/fr/l/{listing.Number}/write")).Submit("write", ("words", "Bonjour"));
        page.Text("[role=alert]").ShouldContain("votre propre annonce");
    }

    [Fact]
    public async Task What_an_erased_seller_called_his_adverts_is_forgotten()
    {
        var (id, seller, at) = (Guid.NewGuid(), Guid.NewGuid(), market.Clock.GetUtcNow());
        await market.Follow(() => market.Host.SendMessageAndWaitAsync(new ListingPublished(
            id, 1, 987_000_001, seller, 11, title, 3101, new Price(PriceType.Firm, 1_000), null, First: true, at)));
        (await Subject(id)).Title.ShouldBe(title);
        await market.Follow(() => market.Host.SendMessageAndWaitAsync(new PersonErased(seller, at)));

        (await Subject(id)).Title.ShouldBe("…");
    }

    private async Task<Subject> Subject(Guid id)
    {
        await using var session = market.Service<IMessagingStore>().QuerySession();
        return (await session.LoadAsync<Subject>(id, TestContext.Current.CancellationToken))!;
    }

    private async Task<Page> Form(Browser buyer, string language) =>
        await buyer.Open($"{language}/l/{(await market.Publish(title)).Number}/write");
}
