using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Souq.Accounts;
using Souq.Accounts.Demo;
using Souq.Accounts.Staff;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Moderation.Appeals;
using Souq.Moderation.Claiming;
using Souq.Moderation.Deciding;
using Souq.Moderation.Staff;
using Souq.Web.Commands;
using Souq.Web.Security;

namespace Souq.Integration.Moderation;

/// <summary>Who of the staff may do what, from the admin's form to the decision.</summary>
[Collection(nameof(ModerationMarket))]
public sealed class StaffTests(ModerationMarket market) : IAsyncLifetime
{
    private const string Rachid = "seller04@souq.test", Nadia = "seller02@souq.test";

    public async ValueTask InitializeAsync() => await market.Empty();

    public async ValueTask DisposeAsync()
    {
        await Set(DemoPeople.Admin, [Principal.Admin]);
        foreach (var email in new[] { Rachid, Nadia }) await Set(email);
    }

    [Fact]
    public async Task What_an_admin_gives_and_takes_holds_at_the_next_request_and_stays_written_down()
    {
        using var rachid = await Browser.SignIn(market, Rachid);
        await rachid.Get("/fr/moderation");
        rachid.Status.ShouldBe(HttpStatusCode.Forbidden);

        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get("/fr/admin/staff");
        await leila.Post("/fr/admin/staff", "find", ("email", "personne@example.dz"));
        leila.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        leila.Page.ShouldContain("Personne n’a de compte confirmé");
        await leila.Post("/fr/admin/staff", "find", ("email", Rachid));
        await leila.Follow();
        leila.Page.ShouldContain(Rachid);
        await leila.Post($"/fr/admin/staff/{DemoPeople.IdOf(Rachid)}", "staff", ("roles", "moderator"), ("sections", Id(Top)));
        await leila.Follow();
        leila.Page.ShouldContain("Devient : Modérateur");

        await rachid.Get("/fr/moderation");
        rachid.Status.ShouldBe(HttpStatusCode.OK);
        await rachid.Get("/fr/moderation/rules");
        rachid.Status.ShouldBe(HttpStatusCode.Forbidden);
        await leila.Get("/fr/admin/staff");
        leila.Page.ShouldContain($"admin/staff/{DemoPeople.IdOf(Rachid)}");

        await leila.Get($"/fr/admin/staff/{DemoPeople.IdOf(Rachid)}");
        await leila.Post($"/fr/admin/staff/{DemoPeople.IdOf(Rachid)}", "staff");
        await rachid.Get("/fr/moderation");
        rachid.Status.ShouldBe(HttpStatusCode.Forbidden);

        await using var session = market.Host.Services.GetRequiredService<IAccountsStore>().QuerySession();
        var withdrawn = (await session.Events.FetchStreamAsync(DemoPeople.IdOf(Rachid), token: TestContext.Current.CancellationToken)).Select(e => e.Data).OfType<RoleWithdrawn>().Last();
        (withdrawn.Role, withdrawn.ById).ShouldBe((Principal.Moderator, ModerationSteps.Leila));
    }

    [Fact]
    public async Task A_moderator_of_a_section_sees_and_takes_its_cases_alone_whatever_he_sends()
    {
        var advert = await market.Submit("Clio ailleurs");
        await Set(Rachid, [Principal.Moderator], Elsewhere);
        await Set(Nadia, [Principal.Moderator], Top);
        using var rachid = await Browser.SignIn(market, Rachid);
        await rachid.Get("/fr/moderation");
        rachid.Page.ShouldNotContain("Clio ailleurs");
        await rachid.Post("/fr/moderation", "next");
        rachid.Status.ShouldBe(HttpStatusCode.OK);
        await rachid.Get($"/fr/moderation/cases/{advert.CaseOf()}");
        rachid.Status.ShouldBe(HttpStatusCode.Forbidden);
        await rachid.Get("/fr/moderation");
        await rachid.Post("/fr/moderation", "open", ("case", $"{advert.CaseOf()}"));
        rachid.Status.ShouldBe(HttpStatusCode.Forbidden);
        await rachid.Post($"/fr/moderation/cases/{advert.CaseOf()}", "approve", ("revision", "1"));
        rachid.Status.ShouldBe(HttpStatusCode.Forbidden);

        // The decision itself asks, whatever page or program sends it.
        var sender = market.Host.Services.GetRequiredService<CommandSender>();
        foreach (var act in new object[]
        {
            new ClaimCase(advert.CaseOf(), DemoPeople.IdOf(Rachid)), new ApproveCase(advert.CaseOf(), 1, DemoPeople.IdOf(Rachid)),
            new RefuseCase(advert.CaseOf(), 1, DemoPeople.IdOf(Rachid), "photos", null), new RemoveCase(advert.CaseOf(), 1, DemoPeople.IdOf(Rachid), "fraud", null),
            new KeepCase(advert.CaseOf(), 1, DemoPeople.IdOf(Rachid)),
        }) await Should.ThrowAsync<ForbiddenException>(() => sender.Send(act, TestContext.Current.CancellationToken));
        (await market.Events(advert)).ShouldBe(["CaseOpened"]);

        using var nadia = await Browser.SignIn(market, Nadia);
        await nadia.Get("/fr/moderation");
        nadia.Page.ShouldContain("Clio ailleurs");
        await nadia.Post("/fr/moderation", "next");
        nadia.Location.ShouldContain(advert.CaseOf().ToString());
        (await market.Send(new ApproveCase(advert.CaseOf(), 1, DemoPeople.IdOf(Nadia)))).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_appeal_is_for_seniors_and_not_for_the_one_who_decided()
    {
        await Set(Rachid, [Principal.Moderator]);
        await Set(Nadia, [Principal.Senior]);
        var advert = await market.Submit("Clio contestée");
        await market.Send(new RefuseCase(advert.CaseOf(), 1, DemoPeople.IdOf(Nadia), "photos", null));
        await market.Appeal(advert);

        using var rachid = await Browser.SignIn(market, Rachid);
        await rachid.Get("/fr/moderation");
        rachid.Page.ShouldNotContain("Clio contestée");
        await rachid.Post("/fr/moderation", "next");
        rachid.Location.ShouldBeEmpty();
        await rachid.Get($"/fr/moderation/cases/{advert.CaseOf()}");
        rachid.Page.ShouldContain("un modérateur principal y répond");
        rachid.Page.ShouldNotContain("Annuler la décision");
        (await market.Send(new OverturnDecision(advert.CaseOf(), 1, DemoPeople.IdOf(Rachid)))).ShouldHaveSingleItem().Key.ShouldBe(MayAct.SeniorOnly);
        // The only senior decided it: an admin answers.
        (await market.Send(new OverturnDecision(advert.CaseOf(), 1, DemoPeople.IdOf(Nadia)))).ShouldHaveSingleItem().Key.ShouldBe("Case.OwnDecision");
        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get("/fr/moderation");
        leila.Page.ShouldContain("Clio contestée");
        (await market.Send(new OverturnDecision(advert.CaseOf(), 1, ModerationSteps.Leila))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_admins_who_take_the_role_from_each_other_at_once_leave_one_and_the_last_one_stays()
    {
        await Set(Rachid, [Principal.Admin]);
        var sender = market.Host.Services.GetRequiredService<CommandSender>();
        var stop = TestContext.Current.CancellationToken;
        var (rachid, leila) = (DemoPeople.IdOf(Rachid), ModerationSteps.Leila);
        var refusals = await Task.WhenAll(sender.Send(new SetStaff(rachid, [], [], leila), stop), sender.Send(new SetStaff(leila, [], [], rachid), stop));
        refusals.Count(r => r.Count == 0).ShouldBe(1);
        refusals.Single(r => r.Count > 0).ShouldHaveSingleItem().Key.ShouldBe("Roles.LastAdmin");
        // Somebody has to be one for the tests after this.
        await Set(Rachid, [Principal.Admin]);
        await Set(DemoPeople.Admin, [Principal.Admin]);
        await Set(Rachid);
        using var browser = await Browser.SignIn(market, DemoPeople.Admin);
        await browser.Get($"/fr/admin/staff/{leila}");
        await browser.Post($"/fr/admin/staff/{leila}", "staff", ("roles", "senior"));
        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Page.ShouldContain("C’est le dernier administrateur");
    }

    [Fact]
    public async Task All_are_told_of_once_more_and_the_news_is_no_older_than_what_they_had()
    {
        await Set(Rachid, [Principal.Moderator], Top);
        await using (var session = market.Store.LightweightSession())
        {
            session.DeleteWhere<Colleague>(c => true);
            await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await market.Tell(new TellStaff());
        await using var query = market.Store.QuerySession();
        var told = (await query.LoadAsync<Colleague>(DemoPeople.IdOf(Rachid), TestContext.Current.CancellationToken)).ShouldNotBeNull();
        (told.Roles.ShouldHaveSingleItem(), told.Sections.ShouldHaveSingleItem()).ShouldBe((Principal.Moderator, Top));
        (await query.LoadAsync<Colleague>(ModerationSteps.Leila, TestContext.Current.CancellationToken))!.IsSenior.ShouldBeTrue();
    }

    private CatalogSnapshot Catalog => market.Host.Services.GetRequiredService<ICatalog>().Current;

    /// <summary>Above the section of every advert of these tests.</summary>
    private int Top => Catalog.PathOf(100)[0].Id;

    private int Elsewhere => Catalog.TopSections.First(s => s.Id != Top).Id;

    private async Task Set(string email, IReadOnlyList<string>? roles = null, params int[] sections) =>
        (await market.Send(new SetStaff(DemoPeople.IdOf(email), roles ?? [], sections, ModerationSteps.Leila))).ShouldBeEmpty();

    private static string Id(int section) => section.ToString(CultureInfo.InvariantCulture);
}
