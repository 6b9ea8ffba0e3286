using System.Net;
using Souq.Accounts.Demo;
using Souq.Accounts.Judged;
using Souq.Accounts.Profile;
using Souq.Accounts.Stores;
using Souq.Accounts.Stores.Keeping;
using Souq.Kernel;
using Souq.Moderation.Appeals;
using Souq.Moderation.Contracts;

namespace Souq.Integration.Moderation;

/// <summary>Stores and names that somebody reported.</summary>
[Collection(nameof(ModerationMarket))]
public sealed class PublicFaceTests(ModerationMarket market) : WithSomethingToReport(market)
{
    [Fact]
    public async Task Words_of_a_store_are_taken_down_and_put_back_while_its_logo_stays()
    {
        var owner = DemoPeople.IdOf(DemoPeople.Merchant);
        var before = await Store(owner);
        before.Words.ShouldNotBeEmpty();
        using var visitor = new Browser(Market);
        await visitor.Get($"/fr/{before.Path}");
        visitor.Page.ShouldContain($"{before.Path}/report");
        await visitor.Get($"/fr/{before.Path}/report");
        await visitor.Post($"/fr/{before.Path}/report", "report", ("reason", "impersonation"));
        visitor.Location.ShouldBe($"/fr/{before.Path}/report?sent=new");
        var item = (await Market.Queue()).ShouldHaveSingleItem();
        using var karim = await Browser.SignIn(Market, DemoPeople.Moderator);
        await karim.Get($"/fr/moderation/cases/{item.Id}");
        karim.Page.ShouldContain(before.Title);
        await karim.Post($"/fr/moderation/cases/{item.Id}", "refuse", ("revision", "1"), ("act", "remove"), ("reasonCode", "impersonation"), ("parts", ""));
        karim.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        karim.Page.ShouldContain("Choisissez ce qui est retiré");
        await karim.Post($"/fr/moderation/cases/{item.Id}", "refuse", ("revision", "1"), ("act", "remove"), ("reasonCode", "impersonation"), ("parts", "words"), ("parts", ""));
        await Market.Settle();
        var bared = await Store(owner);
        (bared.Words, bared.Logo, bared.IsOpen).ShouldBe(("", before.Logo, true));
        bared.TakenDown.ShouldNotBeNull().Words.ShouldBe(before.Words);
        (await Market.Send(new AppealDecision(item.Id, owner, "C’est notre nom."))).ShouldBeEmpty();
        (await Market.Send(new OverturnDecision(item.Id, 1, ModerationSteps.Leila))).ShouldBeEmpty();
        (await Store(owner)).Words.ShouldBe(before.Words);
    }

    [Fact]
    public async Task A_title_is_taken_down_by_itself_and_put_back_when_that_was_wrong()
    {
        var owner = DemoPeople.IdOf(DemoPeople.Merchant);
        var before = await Store(owner);
        var item = await Report(new ReportSlot(Reportable.Store, before.Id, owner, before.Path, $"{before.Path}/report", before.Title), DemoPeople.Buyer, "offensive");
        using var karim = await Browser.SignIn(Market, DemoPeople.Moderator);
        await karim.Get($"/fr/moderation/cases/{item.Id}");
        karim.Page.ShouldContain("Le nom de la boutique");
        await karim.Post($"/fr/moderation/cases/{item.Id}", "refuse",
            ("revision", $"{item.Revision}"), ("act", "remove"), ("reasonCode", "other-rule"), ("words", "Ce nom est une marque."), ("parts", "title"), ("parts", ""));
        await Market.Settle();
        var untitled = await Store(owner);
        (untitled.Title, untitled.Words, untitled.Logo, untitled.IsOpen).ShouldBe((NeutralTitle.Of(before.Id, (await Person(owner)).Language), before.Words, before.Logo, true));
        (await Person(owner)).PublicName.ShouldBe(untitled.Title);
        Market.Letters().ShouldContain(l => l.To.ToString().Contains(DemoPeople.Merchant) && l.TextBody!.Contains("Ce nom est une marque.") && l.TextBody.Contains("/appeal"));
        using var merchant = await Browser.SignIn(Market, DemoPeople.Merchant);
        await merchant.Get("/fr/desk/store");
        foreach (var words in new[] { "jusqu’à ce que vous en écriviez un autre", $"appeal/{item.Id}" }) merchant.Page.ShouldContain(words);
        using var visitor = new Browser(Market);
        untitled.Path.ShouldNotBe(before.Path);
        await visitor.Get($"/fr/{untitled.Path}");
        visitor.Page.ShouldContain(untitled.Title);
        visitor.Page.ShouldNotContain(before.Title);

        var typed = new StoreText(before.Title, before.Slug, before.Words, before.Website, [.. before.Places.Select(p => new StorePlace(p, ""))], [], before.Hours);
        (await Market.Send(new EditStore(owner, typed))).ShouldHaveSingleItem().Key.ShouldBe("Store.Title.TakenDown");
        (await Market.Send(new AppealDecision(item.Id, owner, "La marque est à nous."))).ShouldBeEmpty();
        (await Market.Send(new OverturnDecision(item.Id, item.Revision, ModerationSteps.Leila))).ShouldBeEmpty();
        ((await Store(owner)).Title, (await Person(owner)).PublicName).ShouldBe((before.Title, before.Title));
        (await Store(owner)).Path.ShouldBe(before.Path);
        await visitor.Get($"/fr/{before.Path}");
        visitor.Page.ShouldContain(before.Title);
    }

    [Fact]
    public async Task A_name_is_corrected_when_one_asks_for_it_and_looked_at_again()
    {
        var item = await Report(new ReportSlot(Reportable.Profile, WriterId, WriterId, $"people/{WriterId}", $"people/{WriterId}/report"), DemoPeople.Buyer, "offensive");
        using var karim = await Browser.SignIn(Market, DemoPeople.Moderator);
        await karim.Get($"/fr/moderation/cases/{item.Id}");
        karim.Page.ShouldContain("Nadia");
        await karim.Post($"/fr/moderation/cases/{item.Id}", "refuse", ("revision", "1"), ("act", "return"), ("reasonCode", "other-rule"), ("words", "Votre vrai prénom, s’il vous plaît."));
        await Market.Settle();
        Letter(Writer, "Merci de changer votre nom").ShouldContain("Votre vrai prénom");
        (await Market.Queue()).ShouldBeEmpty();

        Market.Clock.Advance(TimeSpan.FromHours(1));
        await Market.Send(new ChangeProfile(WriterId, "Nadia", "+213550000009", true, Language.French));
        (await Market.Queue()).ShouldBeEmpty();
        await Market.Send(new ChangeProfile(WriterId, "Samira", null, false, Language.French));
        var again = (await Market.Queue()).ShouldHaveSingleItem();
        (again.Id, again.Revision, again.Why.ShouldHaveSingleItem()).ShouldBe((item.Id, 2, "corrected"));

        await karim.Get($"/fr/moderation/cases/{item.Id}");
        await karim.Post($"/fr/moderation/cases/{item.Id}", "refuse", ("revision", "2"), ("act", "remove"), ("reasonCode", "other-rule"), ("words", "Toujours pas."));
        await Market.Settle();
        (await Named(WriterId)).ShouldBe("…");
        using var nadia = await Browser.SignIn(Market, Writer);
        await nadia.Get("/fr/me");
        foreach (var words in new[] { "Écrivez-en un autre", $"appeal/{item.Id}" }) nadia.Page.ShouldContain(words);
        await Market.Send(new AppealDecision(item.Id, WriterId, "C’est mon prénom."));
        await Market.Send(new OverturnDecision(item.Id, 2, ModerationSteps.Leila));
        (await Named(WriterId)).ShouldBe("Samira");
    }
}
