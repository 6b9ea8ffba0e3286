using System.Net;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Souq.Accounts;
using Souq.Accounts.Contracts;
using Souq.Accounts.Demo;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Moderation;
using Souq.Moderation.Appeals;
using Souq.Moderation.Claiming;
using Souq.Moderation.Contracts;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;
using Souq.Moderation.Queue;
using Souq.Moderation.Sanctions;
using Souq.Moderation.Undoing;
using Souq.Web.Commands;
using Souq.Web.Security;

namespace Souq.Integration.Moderation;

/// <summary>An appeal against a decision about a person is a case of the one queue.</summary>
[Collection(nameof(ModerationMarket))]
public sealed class SanctionAppealTests(ModerationMarket market) : IAsyncLifetime
{
    private const string Somebody = "seller03@souq.test";

    private static readonly Guid Person = DemoPeople.IdOf(Somebody), Senior = new("5e410f00-0000-0000-0000-000000000004"), Third = new("5e410f00-0000-0000-0000-000000000005");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await market.Empty();
        foreach (var senior in new[] { Senior, Third }) await market.Tell(new StaffChanged(senior, [Principal.Senior], [], market.Clock.GetUtcNow()));
    }

    // People outlive a test here: nobody stays shut out.
    public async ValueTask DisposeAsync()
    {
        await using var accounts = market.Host.Services.GetRequiredService<IAccountsStore>().QuerySession();
        foreach (var sanction in (await accounts.LoadAsync<Membership>(Person, CancellationToken.None))!.Sanctions)
            await market.Tell(new SanctionEnded(Person, sanction.Id, market.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task It_waits_in_the_queue_of_seniors_with_its_filter_and_its_count()
    {
        var id = await Appealed();
        await market.Submit();
        var item = (await market.Queue()).Single(i => i.SubjectKind == SubjectKinds.Sanction);
        (item.Id, item.SubjectId, item.SellerId, item.NotBy.ShouldHaveSingleItem(), item.Why.ShouldHaveSingleItem())
            .ShouldBe((SanctionAppeals.CaseOf(id), id, Person, Senior, Signals.Appealed));
        (await Counts(ModerationSteps.Leila), await Counts(ModerationSteps.Karim)).ShouldBe(((2, 1), (1, 0)));

        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get("/fr/moderation?kind=sanction");
        leila.Page.ShouldContain("Contestations des personnes");
        var row = leila.Page[leila.Page.IndexOf($"value=\"{item.Id}\"", StringComparison.Ordinal)..];
        row[..row.IndexOf("</button>", StringComparison.Ordinal)].ShouldContain(">Suspension<");
        await leila.Post("/fr/moderation?kind=sanction", "next");
        leila.Location.ShouldContain(item.Id.ToString());
        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        await karim.Get("/fr/moderation");
        karim.Page.ShouldNotContain(item.Id.ToString());
        karim.Page.ShouldNotContain("Contestations des personnes");
    }

    [Fact]
    public async Task On_one_screen_stands_what_was_decided_why_by_what_what_he_says_and_his_record()
    {
        var about = await Warned();
        var id = await Appealed(about);
        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get($"/fr/moderation/cases/{SanctionAppeals.CaseOf(id)}");
        leila.Status.ShouldBe(HttpStatusCode.OK);
        foreach (var said in new[]
        {
            "Contestation d’une personne", "Suspension", "Arnaque", "Acompte demandé.", "Ce n’était pas moi.", "Ce sur quoi porte la décision", $"moderation/cases/{about}",
            "Autres décisions sur la personne", "Avertissement", "Maintenir la décision", "Annuler la décision",
        }) leila.Page.ShouldContain(said);
        await leila.Get($"/fr/moderation/cases/{SanctionAppeals.CaseOf(id)}/past");
        leila.Status.ShouldBe(HttpStatusCode.OK);
        leila.Page.ShouldContain("La personne a contesté");
        // The way in for its own seller is his letter's page alone.
        using var somebody = new Browser(market);
        await somebody.Get($"/fr/appeal/{SanctionAppeals.CaseOf(id)}");
        somebody.Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task It_is_upheld_with_words_and_can_be_taken_back_before()
    {
        var id = await Appealed();
        var page = $"/fr/moderation/cases/{SanctionAppeals.CaseOf(id)}";
        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get(page);
        await leila.Post(page, "refuse", ("revision", "1"), ("words", ""));
        leila.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        leila.Page.ShouldContain("la personne le lit");
        await leila.Post(page, "refuse", ("revision", "1"), ("words", "Le reçu le montre."));
        await leila.Follow();
        leila.Page.ShouldContain("Décision maintenue");
        await leila.Post($"/fr/moderation?done={SanctionAppeals.CaseOf(id)}", "undo", ("case", $"{SanctionAppeals.CaseOf(id)}"));
        await leila.Follow();
        leila.Page.ShouldContain("Le reçu le montre.");
        await market.Settle();
        (await File()).Find(id)!.Waits.ShouldBeTrue();
        market.Letters().Count.ShouldBe(1);

        await leila.Post(page, "refuse", ("revision", "1"), ("words", "Le reçu le montre."));
        await market.Settle();
        (await Happened(id)).ShouldBe(["DecisionAppealed", "DecisionIntended", "DecisionUndone", "DecisionIntended", "DecisionUpheld"]);
        var sanction = (await File()).Find(id)!;
        (sanction.Waits, sanction.IsLifted).ShouldBe((false, false));
        market.Letters()[^1].TextBody.ShouldNotBeNull().ShouldContain("Le reçu le montre.");
        (await market.Queue()).ShouldBeEmpty();
        await leila.Get(page);
        leila.Page.ShouldContain("La décision est maintenue");
    }

    [Fact]
    public async Task When_the_person_is_gone_nothing_of_it_waits_and_nothing_holds()
    {
        var id = await Appealed();
        (await People()).ShouldBe([Person]);
        await market.Tell(new PersonErased(Person, market.Clock.GetUtcNow()));
        (await market.Queue()).ShouldBeEmpty();
        (await Case(id)).State.ShouldBe(CaseState.Closed);
        var file = await File();
        (file.AppealedAt, file.Find(id)!.Waits, file.Find(id)!.HoldsAt(market.Clock.GetUtcNow())).ShouldBe((null, false, false));
        (await People()).ShouldBeEmpty();
        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get($"/fr/moderation/cases/{SanctionAppeals.CaseOf(id)}");
        leila.Page.ShouldContain("Son auteur a effacé son compte");
        leila.Page.ShouldNotContain("Ce qu’elle répond");
    }

    [Fact]
    public async Task Overturned_nothing_of_it_holds()
    {
        var id = await Appealed();
        (await market.Send(new OverturnDecision(SanctionAppeals.CaseOf(id), 1, ModerationSteps.Leila))).ShouldBeEmpty();
        (await File()).Find(id)!.IsLifted.ShouldBeTrue();
        (await Case(id)).State.ShouldBe(CaseState.Approved);
        await using var accounts = market.Host.Services.GetRequiredService<IAccountsStore>().QuerySession();
        (await accounts.LoadAsync<Membership>(Person, Stop))!.Sanctions.ShouldBeEmpty();
        market.Letters().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_decided_never_answers_nor_a_plain_moderator_nor_two_whatever_comes_first()
    {
        var id = await Appealed();
        var caseId = SanctionAppeals.CaseOf(id);
        object[] acts =
        [
            new ClaimCase(caseId, Senior), new OverturnDecision(caseId, 1, Senior), new UpholdDecision(caseId, 1, Senior, "Vu."), new ClaimCase(caseId, ModerationSteps.Karim),
            new UpholdDecision(caseId, 1, ModerationSteps.Karim, "Vu."), new KeepCase(caseId, 1, ModerationSteps.Leila), new RemoveCase(caseId, 1, ModerationSteps.Leila, "fraud", null),
            new IntendDecision(Guid.CreateVersion7(), caseId, Senior, new OverturnDecision(caseId, 1, Senior)), new AnswerSanction(Person, id, Senior, true, true, null),
            new OverturnDecision(caseId, 1, ModerationSteps.Leila), new UpholdDecision(caseId, 1, Third, "Vu."), new AnswerSanction(Person, id, Third, true, false, "Vu."),
        ];
        var refusals = await Task.WhenAll(acts.Select(a => Sender().Send(a, Stop)));
        refusals.Take(9).ShouldAllBe(r => r.Count == 1);
        refusals.Skip(9).Count(r => r.Count == 0).ShouldBe(1);
        (await Happened(id)).Count(e => e is "DecisionUpheld" or "DecisionOverturned").ShouldBe(1);
        var another = await Appealed();
        await Should.ThrowAsync<ForbiddenException>(() => Sender().Send(new AnswerSanction(Person, another, ModerationSteps.Karim, true, true, null), Stop));
    }

    [Fact]
    public async Task One_has_it_in_hand_whichever_road_others_come_and_a_closed_laptop_gives_it_back()
    {
        var id = await Appealed();
        var caseId = SanctionAppeals.CaseOf(id);
        var claims = await Task.WhenAll(new[] { ModerationSteps.Leila, Third }.Select(by => Sender().Send(new ClaimCase(caseId, by), Stop)));
        claims.Count(r => r.Count == 0).ShouldBe(1);
        var (holder, other) = claims[0].Count == 0 ? (ModerationSteps.Leila, Third) : (Third, ModerationSteps.Leila);
        foreach (object act in new object[] { new OverturnDecision(caseId, 1, other), new AnswerSanction(Person, id, other, true, true, null), new UpholdDecision(caseId, 1, other, "Vu.") })
            (await market.Send(act)).ShouldHaveSingleItem().Key.ShouldBe(CaseRules.Held);
        market.Clock.Advance(Lease.Length);
        (await market.Send(new ClaimCase(caseId, other))).ShouldBeEmpty();
        (await market.Send(new OverturnDecision(caseId, 1, holder))).ShouldHaveSingleItem().Key.ShouldBe(CaseRules.Held);
        (await market.Send(new OverturnDecision(caseId, 1, other))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sent_many_times_at_once_it_is_one_case()
    {
        var id = await Suspended();
        var refusals = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Sender().Send(new AppealSanction(Person, id, "Ce n’était pas moi."), Stop)));
        refusals.Count(r => r.Count == 0).ShouldBe(1);
        (await Happened(id)).ShouldBe(["DecisionAppealed"]);
    }

    [Fact]
    public async Task What_was_appealed_against_before_it_was_a_case_is_taken_up_once()
    {
        var id = await Suspended();
        await using (var session = market.Store.LightweightSession())
        {
            var stream = await session.Events.FetchForWriting<PersonFile>(PersonFile.IdOf(Person), Stop);
            stream.AppendOne(new SanctionAppealed(id, market.Clock.GetUtcNow()));
            await session.SaveChangesAsync(Stop);
        }

        await Task.WhenAll(Sender().Send(new TakeUpAppeals(), Stop), Sender().Send(new TakeUpAppeals(), Stop));
        await market.Tell(new TakeUpAppeals());
        (await Happened(id)).ShouldBe(["DecisionAppealed"]);
        var item = (await market.Queue()).ShouldHaveSingleItem();
        (item.Id, item.NotBy.ShouldHaveSingleItem()).ShouldBe((SanctionAppeals.CaseOf(id), Senior));
        (await market.Send(new OverturnDecision(item.Id, 1, ModerationSteps.Leila))).ShouldBeEmpty();
        await market.Tell(new TakeUpAppeals());
        (await market.Queue()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Made_anew_from_the_events_cases_and_files_are_what_they_were()
    {
        var (upheld, pending) = (await Appealed(), await Appealed(seen: 1));
        (await market.Send(new UpholdDecision(SanctionAppeals.CaseOf(upheld), 1, ModerationSteps.Leila, "Vu."))).ShouldBeEmpty();
        var warning = new SanctionPerson(Guid.CreateVersion7(), Person, Senior, true, 2, SanctionKind.Warning, [], null, "spam", null);
        (await market.Send(new IntendSanction(warning.SanctionId, Person, Senior, warning))).ShouldBeEmpty();
        var before = await Everything();
        await market.Host.Rebuild(typeof(IModerationStore));
        (await Everything()).ShouldBe(before);
        (await Case(pending)).State.ShouldBe(CaseState.Waiting);
    }

    private async Task<IReadOnlyList<Guid>> People() =>
        [.. (await market.Host.Services.GetRequiredService<PeopleReader>().Page(null, null, Stop)).People.Select(p => p.PersonId)];

    private CommandSender Sender() => market.Host.Services.GetRequiredService<CommandSender>();

    private async Task<(int Waiting, int Counted)> Counts(Guid moderator)
    {
        var census = await market.Host.Services.GetRequiredService<QueueCensusReader>().Read(moderator, Stop);
        return (await market.Host.Services.GetRequiredService<QueueReader>().Waiting(moderator, Stop),
            census.Count(new QueueFilter(SubjectKinds.Sanction), market.Host.Services.GetRequiredService<ICatalog>().Current));
    }

    /// <summary>A message of his was reported, and he was warned for it.</summary>
    private async Task<Guid> Warned()
    {
        var about = new ReportSlot(Reportable.Message, Guid.CreateVersion7(), Person, "messages/x", "messages/x/report/y");
        (await market.Send(new Souq.Moderation.Subjects.ReportSubject(about, ModerationSteps.Seller, ModerationSteps.Seller, "offensive", null))).ShouldBeEmpty();
        var caseId = Souq.Moderation.Case.IdOf(about.Kind, about.SubjectId);
        (await market.Send(new Souq.Moderation.Subjects.ActOnOwner(caseId, 1, ModerationSteps.Karim, Guid.CreateVersion7(), false, SanctionKind.Warning, [], null, "abuse", null))).ShouldBeEmpty();
        (await File()).Sanctions.ShouldHaveSingleItem().CaseId.ShouldBe(caseId);
        return caseId;
    }

    private async Task<Guid> Suspended(Guid? about = null, int? seen = null)
    {
        var id = Guid.CreateVersion7();
        (await market.Send(new SanctionPerson(id, Person, Senior, true, seen, SanctionKind.Suspension, [], 7, "fraud", "Acompte demandé.", about))).ShouldBeEmpty();
        return id;
    }

    private async Task<Guid> Appealed(Guid? about = null, int? seen = null)
    {
        var id = await Suspended(about, seen);
        (await market.Send(new AppealSanction(Person, id, "Ce n’était pas moi."))).ShouldBeEmpty();
        return id;
    }

    private async Task<PersonFile> File()
    {
        await using var session = market.Store.QuerySession();
        return (await session.LoadAsync<PersonFile>(PersonFile.IdOf(Person), Stop)).ShouldNotBeNull();
    }

    private async Task<Souq.Moderation.Case> Case(Guid sanction)
    {
        await using var session = market.Store.QuerySession();
        return (await session.LoadAsync<Souq.Moderation.Case>(SanctionAppeals.CaseOf(sanction), Stop)).ShouldNotBeNull();
    }

    private async Task<IReadOnlyList<string>> Happened(Guid sanction)
    {
        await using var session = market.Store.QuerySession();
        return [.. (await session.Events.FetchStreamAsync(SanctionAppeals.CaseOf(sanction), token: Stop)).Select(e => e.Data.GetType().Name)];
    }

    private async Task<string> Everything()
    {
        await using var session = market.Store.QuerySession();
        return System.Text.Json.JsonSerializer.Serialize(new
        {
            Cases = await session.Query<Souq.Moderation.Case>().OrderBy(c => c.Id).ToListAsync(Stop),
            Queue = await session.Query<QueueItem>().OrderBy(i => i.Id).ToListAsync(Stop),
            Files = await session.Query<PersonFile>().OrderBy(f => f.Id).ToListAsync(Stop),
        });
    }
}
