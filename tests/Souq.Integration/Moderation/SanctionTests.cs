using System.Net;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Souq.Accounts;
using Souq.Accounts.Contracts;
using Souq.Accounts.Demo;
using Souq.Moderation.Contracts;
using Souq.Moderation.Sanctions;
using Souq.Web.Commands;
using Souq.Web.Security;

namespace Souq.Integration.Moderation;

[Collection(nameof(ModerationMarket))]
public sealed class SanctionTests(ModerationMarket market) : IAsyncLifetime
{
    private const string Somebody = "seller01@souq.test";

    private static readonly Guid Senior = new("5e410f00-0000-0000-0000-000000000001");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await market.Empty();
        await market.SpeaksEnglish();
        await market.Tell(new StaffChanged(Senior, [Principal.Senior], [], market.Clock.GetUtcNow()));
    }

    // People outlive a test here: nobody stays shut out.
    public async ValueTask DisposeAsync()
    {
        await using var session = market.Store.QuerySession();
        foreach (var file in await session.Query<PersonFile>().ToListAsync(CancellationToken.None))
            foreach (var sanction in file.Sanctions.Where(s => s.EndedAt is null))
                await market.Send(new AnswerSanction(file.PersonId, sanction.Id, ModerationSteps.Leila, true, true, null));
    }

    [Theory]
    [InlineData(DemoPeople.Seller, SanctionKind.Warning, "إنذار بخصوص حسابك", "احتيال", "اعترض على القرار")]
    [InlineData("seller02@souq.test", SanctionKind.Limit, "Votre compte est restreint", "publier des annonces", "Contester la décision")]
    [InlineData(ModerationSteps.EnglishSeller, SanctionKind.Suspension, "Your account is suspended", "Fraud", "Appeal")]
    [InlineData(DemoPeople.Seller, SanctionKind.Ban, "أُغلق حسابك", "احتيال", "اعترض على القرار")]
    public async Task The_person_reads_in_his_language_what_was_decided_why_and_how_to_appeal(string email, SanctionKind kind, string subject, string said, string appeal)
    {
        var id = await Decide(email, kind, words: "Acompte demandé.");
        var letter = market.Letters().ShouldHaveSingleItem();
        letter.To.ToString().ShouldContain(email);
        letter.Subject.ShouldBe(subject);
        foreach (var part in new[] { said, "Acompte demandé.", appeal, $"sanction/{id}?person=" }) letter.TextBody.ShouldNotBeNull().ShouldContain(part);
    }

    [Fact]
    public async Task A_suspended_person_is_refused_at_his_next_act_and_cannot_sign_in()
    {
        using var tab = await Browser.SignIn(market, Somebody);
        await tab.Get("/fr/me");
        tab.Status.ShouldBe(HttpStatusCode.OK);
        await Decide(Somebody, SanctionKind.Suspension);
        await tab.Post("/fr/me", "profile", ("name", "Youcef"), ("language", "fr"));
        tab.Status.ShouldBe(HttpStatusCode.Redirect);
        tab.Location.ShouldContain("/signin");

        using var again = new Browser(market);
        await again.Get("/fr/signin");
        await again.Post("/fr/signin", "signin", ("email", Somebody), ("password", DemoPeople.Password));
        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Page.ShouldContain("Ce compte est suspendu");
    }

    [Fact]
    public async Task When_its_time_is_over_he_comes_back()
    {
        var id = await Decide(Somebody, SanctionKind.Suspension, days: 3);
        await market.Tell(new EndSanction(DemoPeople.IdOf(Somebody), id));
        (await File(Somebody)).Find(id)!.EndedAt.ShouldBeNull();
        market.Clock.Advance(TimeSpan.FromDays(3));
        await market.Tell(new EndSanction(DemoPeople.IdOf(Somebody), id));
        (await File(Somebody)).Find(id)!.EndedAt.ShouldNotBeNull();
        using var back = await Browser.SignIn(market, Somebody);
        (await Member(Somebody)).Sanctions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_signing_in_he_appeals_with_the_link_of_his_letter_and_another_moderator_takes_it_back()
    {
        var id = await Decide(Somebody, SanctionKind.Ban);
        var link = market.Letters().ShouldHaveSingleItem().TextBody!.Split((char[]?)null).First(w => w.Contains("/sanction/", StringComparison.Ordinal));
        var path = new Uri(link).PathAndQuery;
        using var visitor = new Browser(market);
        await visitor.Get($"/fr/sanction/{id}");
        visitor.Status.ShouldBe(HttpStatusCode.NotFound);
        await visitor.Get(path + "x");
        visitor.Status.ShouldBe(HttpStatusCode.NotFound);
        await visitor.Get(path);
        visitor.Page.ShouldContain("أُغلق حسابك");
        await visitor.Post(path, "appeal", ("words", " "));
        visitor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await visitor.Post(path, "appeal", ("words", "لم أطلب عربونًا."));
        await visitor.Follow();
        visitor.Page.ShouldContain("اعتراضك قيد النظر");

        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        await karim.Get("/fr/moderation/people");
        karim.Page.ShouldContain("Fermeture");
        // Bans are for seniors, whoever sends the form.
        await karim.Get($"/fr/moderation/people/{DemoPeople.IdOf(Somebody)}");
        karim.Page.ShouldContain("لم أطلب عربونًا.");
        await karim.Post($"/fr/moderation/people/{DemoPeople.IdOf(Somebody)}", $"answer-{id:N}", ("act", "lift"), ("words", ""));
        karim.Status.ShouldBe(HttpStatusCode.Forbidden);

        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get($"/fr/moderation/people/{DemoPeople.IdOf(Somebody)}");
        leila.Page.ShouldContain($"moderation/cases/{SanctionAppeals.CaseOf(id)}");
        // What was a form of this page is answered in the queue.
        await leila.Post($"/fr/moderation/people/{DemoPeople.IdOf(Somebody)}", $"answer-{id:N}", ("act", "lift"), ("words", "Vous aviez raison."));
        leila.Status.ShouldBe(HttpStatusCode.Conflict);
        leila.Page.ShouldContain("se traite dans la file");
        await leila.Get($"/fr/moderation/cases/{SanctionAppeals.CaseOf(id)}");
        await leila.Post($"/fr/moderation/cases/{SanctionAppeals.CaseOf(id)}", "refuse", ("revision", "1"), ("act", "overturn"), ("words", "Vous aviez raison."));
        leila.Status.ShouldBe(HttpStatusCode.Redirect);
        await market.Settle();
        market.Letters()[^1].TextBody.ShouldNotBeNull().ShouldContain("Vous aviez raison.");
        using var back = await Browser.SignIn(market, Somebody);
    }

    [Fact]
    public async Task Moderators_warn_and_limit_and_what_they_typed_comes_back()
    {
        var address = $"/fr/moderation/people/{DemoPeople.IdOf(Somebody)}";
        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        await karim.Get(address);
        karim.Page.ShouldNotContain("value=\"Ban\"");
        var id = $"{Guid.CreateVersion7()}";
        await karim.Post(address, "sanction", ("id", id), ("seen", "0"), ("kind", "Limit"), ("days", "900"), ("reason", "spam"), ("words", "Trop de messages."));
        karim.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreach (var said in new[] { "Choisissez ce qu’elle ne peut plus faire.", "Entre 1 et 90 jours.", "Trop de messages.", "value=\"900\"" }) karim.Page.ShouldContain(said);
        await karim.Post(address, "sanction", ("id", id), ("seen", "0"), ("kind", "Ban"), ("reason", "spam"), ("words", ""));
        karim.Status.ShouldBe(HttpStatusCode.Forbidden);
        await karim.Get(address);
        await karim.Post(address, "sanction", ("id", id), ("seen", "0"), ("kind", "Limit"), ("acts", "Messaging"), ("days", "9"), ("reason", "spam"), ("words", "Trop de messages."));
        karim.Status.ShouldBe(HttpStatusCode.Redirect);
        await market.Settle();
        (await Member(Somebody)).Sanctions.ShouldHaveSingleItem().Acts.ShouldBe([LimitedAct.Messaging]);
        // The same form again is the same decision.
        await karim.Get(address);
        await karim.Post(address, "sanction", ("id", id), ("seen", "0"), ("kind", "Limit"), ("acts", "Messaging"), ("days", "9"), ("reason", "spam"), ("words", ""));
        await market.Settle();
        (await File(Somebody)).Sanctions.Count.ShouldBe(1);
        market.Letters().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_shuts_out_a_colleague()
    {
        var refusals = await market.Send(new SanctionPerson(
            Guid.CreateVersion7(), ModerationSteps.Karim, ModerationSteps.Leila, true, 0, SanctionKind.Warning, [], null, "fraud", "Acompte demandé."));
        refusals.ShouldHaveSingleItem().Key.ShouldBe("Sanction.Staff");
    }

    [Fact]
    public async Task Two_moderators_who_decide_at_once_decide_once()
    {
        var sender = market.Host.Services.GetRequiredService<CommandSender>();
        var person = Guid.CreateVersion7();
        SanctionPerson Act(Guid by, SanctionKind kind) => new(Guid.CreateVersion7(), person, by, true, 0, kind, [], 7, "fraud", null);
        var refusals = await Task.WhenAll(new[] { Act(ModerationSteps.Karim, SanctionKind.Warning), Act(ModerationSteps.Leila, SanctionKind.Ban), Act(Senior, SanctionKind.Suspension) }
            .Select(command => sender.Send(command, Stop)));
        refusals.Count(r => r.Count == 0).ShouldBe(1);
        refusals.SelectMany(r => r).ShouldAllBe(r => r.Key == "Sanction.Clash" || r.Key == "Sanction.Banned");
        await using var session = market.Store.QuerySession();
        (await session.Events.FetchStreamAsync(PersonFile.IdOf(person), token: Stop)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task That_it_ended_may_be_heard_of_before_that_it_began()
    {
        var (id, person) = (Guid.CreateVersion7(), DemoPeople.IdOf(Somebody));
        await market.Tell(new SanctionEnded(person, id, market.Clock.GetUtcNow()));
        await market.Tell(new PersonSanctioned(person, id, SanctionKind.Ban, [], null, market.Clock.GetUtcNow()));
        (await Member(Somebody)).Sanctions.ShouldBeEmpty();
        using var back = await Browser.SignIn(market, Somebody);
    }

    [Fact]
    public async Task A_person_who_goes_takes_what_was_written_along()
    {
        var person = Guid.CreateVersion7();
        await market.Send(new SanctionPerson(Guid.CreateVersion7(), person, ModerationSteps.Karim, false, 0, SanctionKind.Warning, [], null, "fraud", "Sofiane"));
        await market.Tell(new Souq.Accounts.Contracts.PersonErased(person, market.Clock.GetUtcNow()));
        await using var session = market.Store.QuerySession();
        (await session.Query<SanctionWords>().CountAsync(w => w.PersonId == person, Stop)).ShouldBe(0);
    }

    private async Task<Guid> Decide(string email, SanctionKind kind, int days = 7, string? words = null)
    {
        var id = Guid.CreateVersion7();
        (await market.Send(new SanctionPerson(
            id, DemoPeople.IdOf(email), kind >= SanctionKind.Suspension ? Senior : ModerationSteps.Karim, true, 0, kind, kind == SanctionKind.Limit ? [LimitedAct.Publishing] : [], days, "fraud", words))).ShouldBeEmpty();
        return id;
    }

    private async Task<PersonFile> File(string email)
    {
        await using var session = market.Store.QuerySession();
        return (await session.LoadAsync<PersonFile>(PersonFile.IdOf(DemoPeople.IdOf(email)), Stop)).ShouldNotBeNull();
    }

    private async Task<Membership> Member(string email)
    {
        await using var session = market.Host.Services.GetRequiredService<IAccountsStore>().QuerySession();
        return (await session.LoadAsync<Membership>(DemoPeople.IdOf(email), Stop)).ShouldNotBeNull();
    }
}
