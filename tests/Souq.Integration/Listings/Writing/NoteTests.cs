using System.Globalization;
using System.Net;
using Souq.Accounts.Contracts;
using Souq.Accounts.Demo;
using Souq.Integration.Road;
using Souq.Listings.Writing.Saving;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Listings.Writing;

[Collection(nameof(Market))]
public sealed class NoteTests(Market market) : IAsyncLifetime
{
    private Browser seller = null!;

    public async ValueTask InitializeAsync() => seller = await market.SignedInAs(DemoPeople.Seller);

    public ValueTask DisposeAsync()
    {
        seller.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<string> Draft() =>
        (await seller.WriteOffer(RoadSteps.NewWord(), "/fr")).Address.AbsolutePath.Replace("/photos", "", StringComparison.Ordinal);

    private static async Task<Page> Type(Browser who, Page page, string draft, string step, params (string, string)[] fields) => await who.Post(
        $"{draft}/note/{step}",
        [.. fields.Select(f => KeyValuePair.Create(f.Item1, f.Item2)), new("__RequestVerificationToken", Token(page))]);

    private static string Token(Page page) => page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    [Fact]
    public async Task What_is_typed_is_there_on_another_device_and_gone_once_the_step_is_sent()
    {
        var draft = await Draft();
        var page = await seller.Open(draft + "/words");
        var answer = await Type(seller, page, draft, "words", ("title", "À moitié"), ("price", "12x"), ("price_type", "Firm"), ("wilaya", "16"), ("commune", ""));

        answer.Html.ShouldContain("Gardé à");
        using var phone = await market.SignedInAs(DemoPeople.Seller);
        page = await phone.Open(draft + "/words");
        page.Field("title").ShouldBe("À moitié");
        page.Field("price").ShouldBe("12x");
        page.Field("wilaya").ShouldBe("16");
        page.Text(".kept-line").ShouldStartWith("Gardé à");
        page = await page.Submit("words", ("price", "12000"), ("commune", "1601"), ("title", "Entier maintenant"));
        page.Address.AbsolutePath.ShouldEndWith("/photos");

        page = await seller.Open(draft + "/words");
        page.Field("title").ShouldBe("Entier maintenant");
        page.Text(".kept-line").ShouldBe("");
    }

    [Fact]
    public async Task Details_are_kept_with_their_section()
    {
        var draft = await Draft();
        await Type(seller, await seller.Open(draft), draft, "details", ("section", "cars"), ("attr.make", "Daci"));

        var page = await seller.Open(draft);

        page.Field("section").ShouldBe("cars");
        page.Field("attr.make").ShouldBe("Daci");
        page = await page.Submit("details", ("forget", "true"));
        page.Field("section").ShouldBe("smartphones");
    }

    [Fact]
    public async Task A_step_that_was_refused_is_kept_without_any_script()
    {
        var draft = await Draft();
        var page = await (await seller.Open(draft + "/words")).Submit("words", ("title", "abc"), ("price", "beaucoup"));

        page.Text(".kept-line").ShouldStartWith("Gardé à");
        (await seller.Open(draft + "/words")).Field("price").ShouldBe("beaucoup");
    }

    [Fact]
    public async Task Only_the_owner_keeps_and_only_with_a_token_and_only_so_much()
    {
        var draft = await Draft();
        using var other = await market.SignedInAs(DemoPeople.Buyer);
        (await Type(other, await other.Open("/fr/me"), draft, "words", ("title", "x"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await seller.Post(draft + "/note/words", [KeyValuePair.Create("title", "x")])).Status.ShouldBe(HttpStatusCode.BadRequest);

        var page = await seller.Open(draft + "/words");
        (await Type(seller, page, draft, "photos", ("title", "x"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Type(seller, page, draft, "words", ("description", new string('x', 21_000)))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Type(seller, page, draft, "words", ("description", new string('x', 140_000)))).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await seller.Open(draft + "/words")).Text(".kept-line").ShouldBe("");
    }

    [Fact]
    public async Task The_end_of_the_advert_and_of_the_person_takes_the_notes_along()
    {
        var listing = await market.Publish(RoadSteps.NewWord(), "/fr");
        var draft = $"/fr/offer/{listing.Id}";
        await Type(seller, await seller.Open(draft + "/words"), draft, "words", ("title", "plus tard"));
        (await Note(listing.Id)).ShouldNotBeNull();
        await market.Follow(async () => await (await seller.Open($"/fr/desk/{listing.Number.ToString(CultureInfo.InvariantCulture)}")).Submit("act", ("act", "withdraw")));
        (await Note(listing.Id)).ShouldBeNull();

        var gone = Guid.CreateVersion7();
        await using (var session = market.Service<Souq.Listings.IListingsStore>().LightweightSession())
        {
            session.Store(new DraftNote(DraftNote.IdOf(gone, OfferStep.Words), gone, gone, new Dictionary<string, string>(), market.Clock.GetUtcNow()));
            await session.SaveChangesAsync(CancellationToken.None);
        }

        await market.Tick(new PersonErased(gone, market.Clock.GetUtcNow()));
        (await Note(gone)).ShouldBeNull();
    }

    private Task<DraftNote?> Note(Guid listing) => market.Service<DraftNotes>().Of(listing, OfferStep.Words, CancellationToken.None);
}
