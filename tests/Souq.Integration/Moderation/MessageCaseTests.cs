using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Souq.Accounts.Contracts;
using Souq.Accounts.Demo;
using Souq.Messaging.Conversations;
using Souq.Moderation.Appeals;
using Souq.Moderation.Contracts;
using Souq.Moderation.Queue;
using Souq.Web.Security;
using Case = Souq.Moderation.Case;

namespace Souq.Integration.Moderation;

/// <summary>Messages that somebody reported.</summary>
[Collection(nameof(ModerationMarket))]
public sealed class MessageCaseTests(ModerationMarket market) : WithSomethingToReport(market)
{
    [Fact]
    public async Task A_message_is_reported_shown_among_those_around_it_removed_and_comes_back_when_that_was_wrong()
    {
        var (conversation, message) = await Talk("Envoyez 5000 DA d’avance");
        using var seller = await Browser.SignIn(Market, DemoPeople.Seller);
        await seller.Get($"/fr/messages/{conversation}");
        seller.Page.ShouldContain($"messages/{conversation}/report/{message}");
        await seller.Get($"/fr/messages/{conversation}/report/{message}");
        await seller.Post($"/fr/messages/{conversation}/report/{message}", "report", ("reason", "fraud"), ("words", "Il demande un acompte."));
        seller.Location.ShouldBe($"/fr/messages/{conversation}/report/{message}?sent=new");
        await seller.Follow();
        seller.Page.ShouldContain("Votre signalement est arrivé");

        var item = (await Market.Queue()).ShouldHaveSingleItem();
        (item.SubjectKind, item.SubjectId, item.SellerId, item.SectionId).ShouldBe((Reportable.Message, message, WriterId, 100));
        using var karim = await Browser.SignIn(Market, DemoPeople.Moderator);
        await karim.Get("/fr/moderation?kind=message");
        karim.Page.ShouldContain("Message sur : Clio 4");
        await karim.Get($"/fr/moderation/cases/{item.Id}");
        foreach (var words in new[] { "Bonjour, toujours disponible ?", "Envoyez 5000 DA d’avance", "Il demande un acompte.", "Supprimer le message", "Rien à reprocher" })
            karim.Page.ShouldContain(words);
        var seen = (await Log().Page(new(What: ViewedData.Conversation), null, Stop)).Rows;
        seen.Select(v => (v.By, v.Whose, v.Why, v.About)).ShouldBe(
            [(ModerationSteps.Karim, ModerationSteps.Seller, ViewReason.Report, item.Id), (ModerationSteps.Karim, WriterId, ViewReason.Report, item.Id)], ignoreOrder: true);

        await karim.Post($"/fr/moderation/cases/{item.Id}", "refuse", ("revision", "1"), ("act", "remove"), ("reasonCode", "deceit"));
        karim.Status.ShouldBe(HttpStatusCode.Redirect);
        (await Words(message)).RemovedAt.ShouldBeNull();
        await Market.Settle();
        (await Words(message)).RemovedAt.ShouldNotBeNull();
        await seller.Get($"/fr/messages/{conversation}");
        seller.Page.ShouldContain("Message supprimé par les modérateurs");
        seller.Page.ShouldNotContain("5000 DA");
        seller.Page.ShouldContain("Bonjour, toujours disponible ?");
        await seller.Get($"/fr/messages/{conversation}/report/{message}");
        seller.Status.ShouldBe(HttpStatusCode.NotFound);
        await karim.Get($"/fr/moderation/cases/{item.Id}");
        karim.Page.ShouldContain("<b>Message supprimé</b>");
        karim.Page.ShouldContain("Message supprimé : ");
        karim.Page.ShouldNotContain("Retirée");
        await karim.Get($"/fr/moderation/cases/{item.Id}/past");
        karim.Page.ShouldContain("Message supprimé");
        karim.Page.ShouldNotContain("/history?at=");
        var told = Letter(Writer, "Un de vos messages a été supprimé");
        foreach (var words in new[] { "Clio 4", "Arnaque probable", $"appeal/{item.Id}" }) told.ShouldContain(words);
        Letter(DemoPeople.Seller, "شكرا").ShouldContain("كنت على حق");

        using var writer = await Browser.SignIn(Market, Writer);
        await writer.Get($"/fr/appeal/{item.Id}");
        writer.Page.ShouldContain("Un de vos messages a été supprimé");
        // The way there is also where the message was, for its writer alone.
        await seller.Get($"/fr/messages/{conversation}");
        seller.Page.ShouldNotContain("appeal/");
        await writer.Get($"/fr/messages/{conversation}");
        writer.Page.ShouldContain($"href=\"appeal/{item.Id}\"");
        await writer.Get($"/fr/appeal/{item.Id}");
        await writer.Post($"/fr/appeal/{item.Id}", "appeal", ("words", "C’était le prix de la livraison."));
        await writer.Get($"/fr/messages/{conversation}");
        writer.Page.ShouldContain("Votre contestation est examinée");
        await Market.Send(new OverturnDecision(item.Id, 1, ModerationSteps.Leila, "Vous aviez raison."));
        (await Words(message)).RemovedAt.ShouldBeNull();
        await seller.Get($"/fr/messages/{conversation}");
        seller.Page.ShouldContain("5000 DA");
        await writer.Get($"/fr/messages/{conversation}");
        writer.Page.ShouldNotContain("own-ruling");
        Letter(Writer, "contestation").ShouldContain("Tout est de nouveau comme avant");
    }

    [Fact]
    public async Task Nobody_reports_a_message_that_was_not_written_to_him()
    {
        var (conversation, message) = await Talk("Bonjour");
        var (elsewhere, _) = await Talk("Salut");
        using var stranger = await Browser.SignIn(Market, DemoPeople.Merchant);
        await stranger.Get($"/fr/messages/{conversation}/report/{message}");
        stranger.Status.ShouldBe(HttpStatusCode.NotFound);
        using var seller = await Browser.SignIn(Market, DemoPeople.Seller);
        await seller.Get($"/fr/messages/{elsewhere}/report/{message}");
        seller.Status.ShouldBe(HttpStatusCode.NotFound);
        using var writer = await Browser.SignIn(Market, Writer);
        await writer.Get($"/fr/messages/{conversation}/report/{message}");
        writer.Status.ShouldBe(HttpStatusCode.NotFound);
        (await Market.Queue()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_warning_goes_with_the_case_when_it_is_not_taken_back_and_the_reporter_was_right()
    {
        var (_, message) = await Talk("Imbécile");
        var item = await Report(Message(message), DemoPeople.Seller);
        using var karim = await Browser.SignIn(Market, DemoPeople.Moderator);
        await karim.Get($"/fr/moderation/cases/{item.Id}");
        await karim.Post($"/fr/moderation/cases/{item.Id}", "refuse", ("revision", "1"), ("act", "owner"), ("reasonCode", "abuse"));
        karim.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        karim.Page.ShouldContain("owner-act\" open");
        await karim.Post($"/fr/moderation/cases/{item.Id}", "refuse", ("revision", "1"), ("act", "owner"), ("reasonCode", "abuse"), ("measure", "Warning"));
        var then = karim.Location;
        await karim.Follow();
        await karim.Post(then, "undo", ("case", $"{item.Id}"));
        await Market.Settle();
        (await File(WriterId)).ShouldBeNull();
        Market.Letters().ShouldBeEmpty();

        await karim.Get($"/fr/moderation/cases/{item.Id}");
        await karim.Post($"/fr/moderation/cases/{item.Id}", "refuse", ("revision", "1"), ("act", "owner"), ("reasonCode", "abuse"), ("measure", "Warning"));
        await Market.Settle();
        await Market.Settle();
        var sanction = (await File(WriterId)).ShouldNotBeNull().Sanctions.ShouldHaveSingleItem();
        (sanction.Kind, sanction.ReasonCode, sanction.By).ShouldBe((SanctionKind.Warning, "abuse", ModerationSteps.Karim));
        (await Market.Queue()).ShouldBeEmpty();
        (await Words(message)).RemovedAt.ShouldBeNull();
        Market.Letters().Count.ShouldBe(2);
        Letter(Writer, "Un avertissement concernant votre compte").ShouldContain("sanction/");
        Letter(DemoPeople.Seller, "شكرا").ShouldContain("كنت على حق");
    }

    [Fact]
    public async Task Removed_and_limited_is_one_decision_and_shutting_out_is_for_seniors()
    {
        var (_, message) = await Talk("Imbécile");
        var item = await Report(Message(message), DemoPeople.Seller);
        using var karim = await Browser.SignIn(Market, DemoPeople.Moderator);
        await karim.Get($"/fr/moderation/cases/{item.Id}");
        karim.Page.ShouldNotContain("value=\"Ban\"");
        await karim.Post($"/fr/moderation/cases/{item.Id}", "refuse", ("revision", "1"), ("act", "remove"), ("reasonCode", "abuse"), ("measure", "Ban"));
        karim.Status.ShouldBe(HttpStatusCode.Forbidden);
        await karim.Get($"/fr/moderation/cases/{item.Id}");
        await karim.Post($"/fr/moderation/cases/{item.Id}", "refuse", ("revision", "1"), ("act", "remove"), ("reasonCode", "abuse"), ("measure", "Limit"), ("acts", "Messaging"), ("days", "999"));
        karim.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await karim.Post($"/fr/moderation/cases/{item.Id}", "refuse", ("revision", "1"), ("act", "remove"), ("reasonCode", "abuse"), ("measure", "Limit"), ("acts", "Messaging"), ("days", "7"));
        karim.Status.ShouldBe(HttpStatusCode.Redirect);
        await Market.Settle();
        (await Words(message)).RemovedAt.ShouldNotBeNull();
        var limit = (await File(WriterId)).ShouldNotBeNull().Sanctions.ShouldHaveSingleItem();
        (limit.Kind, limit.Acts.ShouldHaveSingleItem()).ShouldBe((SanctionKind.Limit, LimitedAct.Messaging));
        await using var session = Market.Store.QuerySession();
        (await session.Events.FetchStreamAsync(item.Id, token: Stop)).Select(e => e.Data.GetType().Name).TakeLast(2).ShouldBe(["CaseRemoved", "CaseSanctioned"]);
    }

    [Fact]
    public async Task Who_moderates_a_section_sees_messages_about_its_adverts_and_no_stores_or_names()
    {
        var (_, message) = await Talk("Imbécile");
        var about = await Report(Message(message), DemoPeople.Seller);
        var name = await Report(new ReportSlot(Reportable.Profile, WriterId, WriterId, "people/x", "people/x/report"), DemoPeople.Buyer, "offensive");
        await Market.Tell(new StaffChanged(ModerationSteps.Karim, [Principal.Moderator], [100], Market.Clock.GetUtcNow()));

        using var karim = await Browser.SignIn(Market, DemoPeople.Moderator);
        await karim.Get($"/fr/moderation/cases/{about.Id}");
        karim.Status.ShouldBe(HttpStatusCode.OK);
        await karim.Get($"/fr/moderation/cases/{name.Id}");
        karim.Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Market.Host.Services.GetRequiredService<QueueReader>().Page(QueueFilter.None, null, ModerationSteps.Karim, Stop)).Lines.ShouldHaveSingleItem().Item.Id.ShouldBe(about.Id);
    }

    [Fact]
    public async Task What_a_forgotten_seller_called_his_advert_is_not_told_by_a_message_to_him()
    {
        var (_, message) = await Talk("Imbécile");
        var seller = Guid.CreateVersion7();
        (await Market.Send(new Souq.Moderation.Subjects.ReportSubject(Message(message), seller, seller, "offensive", null))).ShouldBeEmpty();
        await Market.Tell(new PersonErased(seller, Market.Clock.GetUtcNow()));
        await using var session = Market.Store.QuerySession();
        (await session.LoadAsync<Souq.Moderation.Opening.CaseSubject>(Case.IdOf(Reportable.Message, message), Stop)).ShouldNotBeNull().Title.ShouldBe("");
    }

    [Fact]
    public async Task The_words_of_who_is_forgotten_are_not_shown_and_the_case_can_be_closed()
    {
        var (_, message) = await Talk("Imbécile");
        var item = await Report(Message(message), DemoPeople.Seller);
        await using (var session = Market.Host.Services.GetRequiredService<Souq.Messaging.IMessagingStore>().LightweightSession())
        {
            session.Delete<MessageWords>(message);
            await session.SaveChangesAsync(Stop);
        }

        using var karim = await Browser.SignIn(Market, DemoPeople.Moderator);
        await karim.Get($"/fr/moderation/cases/{item.Id}");
        karim.Page.ShouldContain("Ce message n’existe plus");
        await karim.Post($"/fr/moderation/cases/{item.Id}", "approve", ("revision", "1"));
        await Market.Settle();
        (await Market.Queue()).ShouldBeEmpty();
        Letter(DemoPeople.Seller, "شكرا").ShouldContain("لم يجد المراقب");
    }

    [Fact]
    public async Task The_writer_is_told_which_words_it_is_about_and_they_come_back_when_that_is_taken_back()
    {
        var (conversation, message) = await Talk("Imbécile que vous êtes");
        var item = await Report(Message(message), DemoPeople.Seller);
        using var karim = await Browser.SignIn(Market, DemoPeople.Moderator);
        await karim.Get($"/fr/moderation/cases/{item.Id}");
        await karim.Post($"/fr/moderation/cases/{item.Id}", "refuse", ("revision", "1"), ("act", "remove"), ("reasonCode", "abuse"), ("quote", "Imbécile"));
        var then = karim.Location;
        await karim.Follow();
        await karim.Post(then, "undo", ("case", $"{item.Id}"));
        await karim.Get($"/fr/moderation/cases/{item.Id}");
        karim.Page.ShouldContain("name=\"quote\" type=\"text\" value=\"Imbécile\"");
        await karim.Post($"/fr/moderation/cases/{item.Id}", "refuse", ("revision", "1"), ("act", "remove"), ("reasonCode", "abuse"), ("quote", "Imbécile"));
        await Market.Settle();
        Letter(Writer, "Un de vos messages a été supprimé").ShouldContain("Ce qui est en cause :");
        using var writer = await Browser.SignIn(Market, Writer);
        foreach (var path in new[] { $"/fr/messages/{conversation}", $"/fr/appeal/{item.Id}" })
        {
            await writer.Get(path);
            writer.Page.ShouldContain("Imbécile</blockquote>");
        }
    }

    [Fact]
    public async Task Photos_and_quotes_go_with_whoever_is_erased_from_what_was_decided_and_from_its_events()
    {
        var advert = await Market.Submit(seller: WriterId);
        (await Market.Send(new Souq.Moderation.Deciding.RefuseCase(advert.CaseOf(), 1, ModerationSteps.Karim, "photos", "", "Neuf", ["aa"]))).ShouldBeEmpty();
        await using (var session = Market.Store.QuerySession())
            (await session.LoadAsync<Souq.Moderation.Deciding.Decision>(Souq.Moderation.Deciding.Decision.IdOf(advert.CaseOf(), 1), Stop))!.Photos.ShouldBe(["aa"]);
        await Market.Tell(new PersonErased(WriterId, Market.Clock.GetUtcNow()));
        await using var after = Market.Store.QuerySession();
        (await after.LoadAsync<Souq.Moderation.Deciding.Decision>(Souq.Moderation.Deciding.Decision.IdOf(advert.CaseOf(), 1), Stop))!.Photos.ShouldBeNull();
        (await after.Events.FetchStreamAsync(advert.CaseOf(), token: Stop)).Select(e => e.Data).OfType<Souq.Moderation.CaseRefused>().ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(e => e.Photos.ShouldBeNull(), e => e.Quote.ShouldBeEmpty());
    }
}
