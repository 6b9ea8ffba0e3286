using System.Net;
using Marten;
using NetVips;
using Souq.Accounts.Contracts;
using Souq.Accounts.Demo;
using Souq.Integration.Road;
using Souq.Integration.Stores;
using Souq.Messaging;
using Souq.Messaging.Pictures;
using Souq.Moderation.Contracts;
using Souq.Moderation.Deciding;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Messaging;

[Collection(nameof(Market))]
public sealed class MessagePhotoTests(Market market)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly string title = $"Téléphone {RoadSteps.NewWord()}";

    [Fact]
    public async Task Who_is_new_sends_photos_from_his_second_message_on_and_who_is_known_with_his_first()
    {
        var (email, person) = await market.NewMember();
        using var writer = await market.SignedInAs(email);
        (await writer.Open("/fr/account/trust")).Text().ShouldContain("Jusqu’à 4 photos dans vos réponses");
        (await writer.Open("/fr/account/trust")).Text().ShouldContain("Jusqu’à 4 photos dans chaque message");
        var form = await Form(writer);
        form.Document.QuerySelector("input[type=file]").ShouldBeNull();
        form.Text().ShouldContain("à partir de votre deuxième message");
        var refused = await form.Upload("write", "photos", [("a.jpg", RoadSteps.Jpeg(801))], ("words", "Le mien est pareil"));
        refused.Text("[role=alert]").ShouldContain("ne peut pas contenir de photos");
        refused.Field("words").ShouldBe("Le mien est pareil");
        (await Files(person)).ShouldBeEmpty();

        var talk = await market.Follow(() => refused.Submit("write"));
        talk = await market.Follow(() => talk.Upload("answer", "photos", [("a.jpg", RoadSteps.Jpeg(801))], ("words", "Voici")));
        Shown(talk).Count.ShouldBe(1);

        await market.Tick(new TrustChanged(person, TrustLevel.Known, market.Clock.GetUtcNow()));
        form = await Form(writer);
        talk = await market.Follow(() => form.Upload("write", "photos", [("a.jpg", RoadSteps.Jpeg(802)), ("b.jpg", RoadSteps.Jpeg(803))], ("words", "")));
        Shown(talk).Count.ShouldBe(2);
        market.MailTo(DemoPeople.Seller)[^1].TextBody!.ShouldContain("صورتان");
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var answered = await market.Follow(async () => await (await seller.Open(talk.Address.AbsolutePath)).Upload("answer", "photos", [("c.jpg", RoadSteps.Jpeg(804))], ("words", "Et le mien")));
        Shown(answered).Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_two_see_them_without_what_a_phone_knows_and_nobody_else_does()
    {
        var talk = await Talk(await market.NewMember(), RoadSteps.Jpeg(805));
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var page = await seller.Open(talk.Address.AbsolutePath);
        var (small, large) = (page.Resolve(Shown(page)[0].QuerySelector("img")!.GetAttribute("src")!), page.Resolve(Shown(page)[0].GetAttribute("href")!));
        foreach (var address in new[] { small, large })
        {
            var shown = await seller.Open(address);
            (shown.Status, shown.Headers.CacheControl!.Private, shown.Headers.Vary.Contains("Cookie")).ShouldBe((HttpStatusCode.OK, true, true));
            shown.Html.ShouldStartWith("RIFF");
        }

        var file = await File(small);
        foreach (var bytes in new[] { file.Card, file.Zoom })
        {
            using var kept = Image.WebploadBuffer(bytes);
            kept.GetFields().ShouldNotContain(field => field.StartsWith("exif", StringComparison.Ordinal));
        }

        using var visitor = market.Browser();
        (await visitor.Open(small)).Address.AbsolutePath.ShouldEndWith("/signin");
        foreach (var stranger in new[] { DemoPeople.Merchant, DemoPeople.Moderator, DemoPeople.Admin })
        {
            using var other = await market.SignedInAs(stranger);
            (await other.Open(small)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await other.Open("/" + MessagePhotoEndpoints.OfReported(file.MessageId, file.Id, "zoom"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        }

        (await seller.Open(small.Replace($"{file.ConversationId}", $"{Guid.NewGuid()}", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_no_photo_and_what_is_too_much_is_said_and_the_rest_stays_in_the_form()
    {
        var writer = await market.NewMember();
        var talk = await Talk(writer, RoadSteps.Jpeg(806));
        using var browser = await market.SignedInAs(writer.Email);
        var page = await browser.Open(talk.Address.AbsolutePath);
        page = await page.Upload("answer", "photos", [("note.jpg", "a text"u8.ToArray()), ("a.jpg", RoadSteps.Jpeg(807))], ("words", "Regardez"));
        page.Error("photos").ShouldContain("n’est pas une photo lisible");
        page.Field("words").ShouldBe("Regardez");
        page = await page.Upload("answer", "photos", [.. Enumerable.Range(0, 4).Select(i => ($"{i}.jpg", RoadSteps.Jpeg(810 + i)))]);
        page.Error("photos").ShouldContain("4 photos au plus");
        var kept = page.Document.QuerySelectorAll(".picture-now");
        kept.Length.ShouldBe(4);
        // Until it is sent it is its writer's alone.
        var waiting = page.Resolve(kept[0].QuerySelector("img")!.GetAttribute("src")!);
        (await browser.Open(waiting)).Status.ShouldBe(HttpStatusCode.OK);
        using (var seller = await market.SignedInAs(DemoPeople.Seller)) (await seller.Open(waiting)).Status.ShouldBe(HttpStatusCode.NotFound);
        page = await market.Follow(() => page.Submit("answer", ("photos.remove", kept[3].QuerySelector("input")!.GetAttribute("value"))));
        Shown(page).Count.ShouldBe(1 + 3);
        page = await market.Follow(() => page.Submit("answer", ("words", "Sans photo")));
        Shown(page).Count.ShouldBe(1 + 3);
    }

    [Fact]
    public async Task Moderators_of_a_reported_message_see_its_photos_and_nobody_does_when_it_is_gone()
    {
        var writer = await market.NewMember();
        var talk = await Talk(writer, RoadSteps.Jpeg(820));
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var page = await seller.Open(talk.Address.AbsolutePath);
        var own = page.Resolve(Shown(page)[0].GetAttribute("href")!);
        var file = await File(own);
        page = await seller.Open($"/fr/messages/{file.ConversationId}/report/{file.MessageId}");
        page.Document.QuerySelector(".message-photos").ShouldNotBeNull();
        await market.Follow(() => page.Submit("report", ("reason", "offensive")));
        var caseId = Souq.Moderation.Case.IdOf(Reportable.Message, file.MessageId);
        using var karim = await market.SignedInAs(DemoPeople.Moderator);
        page = await karim.Open($"/fr/moderation/cases/{caseId}");
        var address = page.Resolve(page.Document.QuerySelector(".thread.reported .evidence-photo")!.GetAttribute("href")!);
        var shown = await karim.Open(address);
        (shown.Status, shown.Headers.CacheControl!.NoStore).ShouldBe((HttpStatusCode.OK, true));
        (await seller.Open(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await karim.Open(address.Replace($"{file.Id}", $"{Guid.NewGuid()}", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await market.Service<ICaseAccess>().MaySee(Guid.NewGuid(), Reportable.Message, Guid.NewGuid(), Stop)).ShouldBeFalse();

        await market.Follow(() => market.Service<Souq.Web.Commands.CommandSender>().Send(new RemoveCase(caseId, 1, DemoPeople.IdOf(DemoPeople.Moderator), "abuse", null)));
        (await seller.Open(own)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await seller.Open(talk.Address.AbsolutePath)).Document.QuerySelector(".message-photos").ShouldBeNull();
        (await karim.Open(address)).Status.ShouldBe(HttpStatusCode.OK);

        await market.Tick(new PersonErased(writer.Id, market.Clock.GetUtcNow()));
        (await Files(writer.Id)).ShouldBeEmpty();
        (await karim.Open(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>Somebody new has written, and then sent a photo.</summary>
    private async Task<Page> Talk((string Email, Guid Id) writer, byte[] photo)
    {
        using var browser = await market.SignedInAs(writer.Email);
        var talk = await market.Follow(async () => await (await Form(browser)).Submit("write", ("words", "Bonjour")));
        return await market.Follow(() => talk.Upload("answer", "photos", [("a.jpg", photo)], ("words", "Voici")));
    }

    private static IReadOnlyList<AngleSharp.Dom.IElement> Shown(Page page) => [.. page.Document.QuerySelectorAll(".thread .message-photos a")];

    private async Task<MessagePhotoFile> File(string address)
    {
        await using var session = market.Service<IMessagingStore>().QuerySession();
        return (await session.LoadAsync<MessagePhotoFile>(Guid.Parse(new Uri(address).Segments[^2].Trim('/')), Stop)).ShouldNotBeNull();
    }

    private async Task<IReadOnlyList<MessagePhotoFile>> Files(Guid person)
    {
        await using var session = market.Service<IMessagingStore>().QuerySession();
        return await session.Query<MessagePhotoFile>().Where(f => f.FromId == person).ToListAsync(Stop);
    }

    private async Task<Page> Form(Browser buyer) => await buyer.Open($"/fr/l/{(await market.Publish(title)).Number}/write");
}
