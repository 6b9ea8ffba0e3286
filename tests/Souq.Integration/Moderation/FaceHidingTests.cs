using Souq.Accounts.Demo;
using Souq.Accounts.Judged;
using Souq.Accounts.Stores;
using Souq.Moderation.Appeals;
using Souq.Moderation.Contracts;
using Souq.Moderation.Deciding;
using Souq.Moderation.Queue;
using Souq.Moderation.Subjects;
using Case = Souq.Moderation.Case;

namespace Souq.Integration.Moderation;

/// <summary>Stores and names that trusted readers reported.</summary>
[Collection(nameof(ModerationMarket))]
public sealed class FaceHidingTests(ModerationMarket market) : WithSomethingToReport(market)
{
    private static readonly Guid Owner = DemoPeople.IdOf(DemoPeople.Merchant);

    [Fact]
    public async Task Trusted_readers_hide_the_face_of_a_store_and_it_comes_back_as_it_was()
    {
        var before = await Store(Owner);
        var item = await Hide(Face(before));
        var hidden = await Store(Owner);
        (hidden.Title, hidden.Words, hidden.Logo, hidden.IsOpen).ShouldBe((NeutralTitle.Of(before.Id, (await Person(Owner)).Language), "", null, true));
        (await Person(Owner)).PublicName.ShouldBe(hidden.Title);
        Market.Letters().ShouldContain(l => l.To.ToString().Contains(DemoPeople.Merchant));

        using var merchant = await Browser.SignIn(Market, DemoPeople.Merchant);
        await merchant.Get("/fr/desk/store");
        foreach (var words in new[] { "La façade de votre boutique est masquée", "Propos ou photos choquants", "une personne et non une machine" }) merchant.Page.ShouldContain(words);
        using var karim = await Browser.SignIn(Market, DemoPeople.Moderator);
        await karim.Get($"/fr/moderation/cases/{item.Id}");
        foreach (var words in new[] { "Masquée sur des signalements fiables", before.Title }) karim.Page.ShouldContain(words);

        (await Market.Send(new KeepCase(item.Id, item.Revision, ModerationSteps.Karim))).ShouldBeEmpty();
        var shown = await Store(Owner);
        (shown.Title, shown.Words, shown.Logo, shown.Path, shown.TakenDown).ShouldBe((before.Title, before.Words, before.Logo, before.Path, null));

        // An order that comes late hides nothing.
        await Market.Tell(new SubjectHidden(item.Id, Reportable.Store, before.Id, Market.Clock.GetUtcNow().AddMinutes(-1)));
        (await Store(Owner)).Title.ShouldBe(before.Title);
    }

    [Fact]
    public async Task Of_a_hidden_store_what_is_not_taken_down_comes_back()
    {
        var before = await Store(Owner);
        var item = await Hide(Face(before));
        (await Market.Send(new RemoveCase(item.Id, item.Revision, ModerationSteps.Karim, "impersonation", null, Parts: [SubjectParts.Words]))).ShouldBeEmpty();
        var bared = await Store(Owner);
        (bared.Title, bared.Words, bared.Logo, bared.Path).ShouldBe((before.Title, "", before.Logo, before.Path));
        bared.TakenDown!.Words.ShouldBe(before.Words);
        (await Market.Send(new AppealDecision(item.Id, Owner, "C’est notre texte."))).ShouldBeEmpty();
        (await Market.Send(new OverturnDecision(item.Id, item.Revision, ModerationSteps.Leila))).ShouldBeEmpty();
        (await Store(Owner)).Words.ShouldBe(before.Words);
    }

    [Fact]
    public async Task A_name_is_hidden_and_comes_back_when_nothing_is_wrong_with_it()
    {
        var item = await Hide(Name);
        (await Named(WriterId)).ShouldBe("…");
        Letter(Writer, "Votre nom est masqué").ShouldContain("Propos ou photos choquants");
        using var nadia = await Browser.SignIn(Market, Writer);
        await nadia.Get("/fr/me");
        nadia.Page.ShouldContain("Votre nom est masqué pour l’instant");
        (await Market.Send(new KeepCase(item.Id, item.Revision, ModerationSteps.Karim))).ShouldBeEmpty();
        (await Named(WriterId)).ShouldBe("Nadia");
    }

    [Fact]
    public async Task A_hidden_name_that_is_taken_down_stays_so_until_an_appeal_is_won()
    {
        var item = await Hide(Name);
        (await Market.Send(new RemoveCase(item.Id, item.Revision, ModerationSteps.Karim, "impersonation", null))).ShouldBeEmpty();
        (await Named(WriterId)).ShouldBe("…");
        (await Market.Send(new AppealDecision(item.Id, WriterId, "C’est mon nom."))).ShouldBeEmpty();
        (await Market.Send(new OverturnDecision(item.Id, item.Revision, ModerationSteps.Leila))).ShouldBeEmpty();
        (await Named(WriterId)).ShouldBe("Nadia");
    }

    private static ReportSlot Name => new(Reportable.Profile, WriterId, WriterId, $"people/{WriterId}", $"people/{WriterId}/report");

    private static ReportSlot Face(Store store) => new(Reportable.Store, store.Id, Owner, store.Path, $"{store.Path}/report", store.Title);

    private async Task<QueueItem> Hide(ReportSlot what)
    {
        if (Directory.Exists(Market.Mailbox)) Directory.Delete(Market.Mailbox, recursive: true);
        for (var i = 0; i < 2; i++)
        {
            var who = await Market.Reporter();
            (await Market.Send(new ReportSubject(what, who, who, "offensive", null, Guid.NewGuid()))).ShouldBeEmpty();
        }

        return (await Market.Queue()).Single(i => i.Id == Case.IdOf(what.Kind, what.SubjectId));
    }
}
