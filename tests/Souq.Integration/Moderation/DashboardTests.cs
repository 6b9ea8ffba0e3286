using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Souq.Accounts.Demo;
using Souq.Catalog.Contracts;
using Souq.Moderation;
using Souq.Moderation.Appeals;
using Souq.Moderation.Blind;
using Souq.Moderation.Contracts;
using Souq.Moderation.Dashboard;
using Souq.Moderation.Deciding;
using Souq.Moderation.Rules;
using Souq.Moderation.Subjects;
using Case = Souq.Moderation.Case;

namespace Souq.Integration.Moderation;

/// <summary>What moderators decided, counted from the flat table.</summary>
[Collection(nameof(ModerationMarket))]
public sealed class DashboardTests(ModerationMarket market) : IAsyncLifetime
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DashboardReader Reader => market.Host.Services.GetRequiredService<DashboardReader>();

    public async ValueTask InitializeAsync() => await market.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task It_counts_decisions_waits_appeals_and_how_far_two_agree()
    {
        await Decide();
        var numbers = await Read();
        var total = numbers.Total;
        (total.All, total.Against, total.Appealed, total.Answered, total.Overturned, total.Seconds, total.Agreed).ShouldBe((4, 3, 2, 2, 1, 2, 1));
        total.Wait.ShouldBe(TimeSpan.FromMinutes(30));
        (numbers.Days.Count, numbers.Days[^1].For, numbers.Days[^1].Against).ShouldBe((30, 1, 3));
        // Half an hour each: the second of the steps.
        numbers.Waits.ShouldBe([0, 4, 0, 0, 0, 0]);
        numbers.Ages.Sum().ShouldBe(1);
        (numbers.Weeks.ShouldHaveSingleItem().Answered, numbers.Weeks[0].Overturned).ShouldBe((2, 1));
        numbers.BySection.ShouldHaveSingleItem().Section.ShouldBe(Top);
        numbers.ByModerator.ShouldHaveSingleItem().Moderator.ShouldBe(ModerationSteps.Karim);
        numbers.ByRule.ShouldHaveSingleItem().Tally.All.ShouldBe(1);
    }

    [Fact]
    public async Task It_is_narrowed_to_a_section_a_rule_or_a_period()
    {
        var rule = await Decide();
        (await Read(section: Top)).Total.All.ShouldBe(4);
        (await Read(section: Catalog.TopSections.First(s => s.Id != Top).Id)).Total.All.ShouldBe(0);
        (await Read(rule: rule)).Total.All.ShouldBe(1);
        (await Read(rule: Guid.CreateVersion7())).Total.All.ShouldBe(0);
        market.Clock.Advance(TimeSpan.FromDays(40));
        (await Read()).Total.All.ShouldBe(0);
        (await Read(days: 90)).Total.All.ShouldBe(4);
    }

    [Fact]
    public async Task Made_anew_from_the_events_the_table_is_what_it_was()
    {
        await Decide();
        var before = await Rows();
        before.Count.ShouldBeGreaterThan(5);
        await market.Host.Rebuild(typeof(IModerationStore));
        (await Rows()).ShouldBe(before);
    }

    [Fact]
    public async Task A_market_that_decided_before_there_was_a_table_fills_it_once()
    {
        await Decide();
        var before = await Rows();
        await Sql($"truncate {RulingsTable.Name}, {OpeningsTable.Name}");
        await market.Tell(new FillRulings());
        (await Rows()).ShouldBe(before);
    }

    [Fact]
    public async Task Messages_stores_names_and_people_are_kinds_of_their_own()
    {
        await Decide();
        var seller = DemoPeople.IdOf("seller08@souq.test");
        await Judge(Reportable.Store, seller, (id, by) => new KeepCase(id, 1, by));
        await Judge(Reportable.Profile, seller, (id, by) => new RemoveCase(id, 1, by, "other-rule", "Ce n’est pas un nom."));
        // Decided about the person alone: one case, and one person.
        await Judge(Reportable.Message, seller, (id, by) => Warn(id, by, takeDown: false));
        // With the message taken down: one case, decided by that, and one person.
        await Judge(Reportable.Message, seller, (id, by) => Warn(id, by, takeDown: true));
        var numbers = await Read();
        numbers.ByKind.Select(k => (k.Kind, k.Tally.All, k.Tally.Against)).ShouldBe(
            [("listing", 4, 3), ("message", 2, 2), ("person", 2, 2), ("profile", 1, 1), ("store", 1, 0)], ignoreOrder: true);
        numbers.Total.All.ShouldBe(8);
        var before = await Rows();
        await Sql($"update {RulingsTable.Name} set kind = null");
        await market.Tell(new FillRulings());
        (await Rows()).ShouldBe(before);
        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        await karim.Get("/fr/moderation/dashboard");
        foreach (var kind in new[] { "Par nature", "Messages", "Boutiques", "Personnes", "ne sont comptées qu’ici" }) karim.Page.ShouldContain(kind);
    }

    private async Task Judge(string kind, Guid owner, Func<Guid, Guid, object> decide)
    {
        var about = new ReportSlot(kind, Guid.CreateVersion7(), owner, "people/x", "people/x/report");
        (await market.Send(new ReportSubject(about, DemoPeople.IdOf(DemoPeople.Buyer), DemoPeople.IdOf(DemoPeople.Buyer), "offensive", null))).ShouldBeEmpty();
        (await market.Send(decide(Case.IdOf(kind, about.SubjectId), ModerationSteps.Karim))).ShouldBeEmpty();
    }

    private static ActOnOwner Warn(Guid id, Guid by, bool takeDown) =>
        new(id, 1, by, Guid.CreateVersion7(), takeDown, SanctionKind.Warning, [], null, "abuse", null);

    [Fact]
    public async Task Its_page_draws_for_the_staff_and_names_moderators_to_seniors_alone()
    {
        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        await karim.Get("/fr/moderation/dashboard");
        karim.Status.ShouldBe(HttpStatusCode.OK);
        karim.Page.ShouldContain("Rien n’attend");
        await Decide();
        await karim.Get("/fr/moderation/dashboard?days=7&section=x&rule=y&language=z");
        karim.Page.ShouldContain("<svg viewBox=\"0 0 70 60\"");
        karim.Page.ShouldContain("1 pour et 3 contre le vendeur");
        karim.Page.ShouldNotContain("Par modérateur");
        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get("/fr/moderation/dashboard");
        leila.Page.ShouldContain("Par modérateur");
        leila.Page.ShouldContain("Karim Haddad");
    }

    /// <summary>One approved, three refused of which one is upheld and one overturned, two decided twice and once alike; one still waits.</summary>
    /// <returns>A rule that had something to say to one of them.</returns>
    private async Task<Guid> Decide()
    {
        (await market.Send(new SetBlindSampling(100, ModerationSteps.Leila))).ShouldBeEmpty();
        var rule = await market.Rule(new RuleDraft("Tabac", "Words", "Flag") { Words = "cigarette" });
        var (good, bad, wrong, smoke) = (await market.Submit("Clio"), await market.Submit("Golf"), await market.Submit("Polo"), await market.Submit("Cigarettes"));
        await market.Submit("Ibiza");
        market.Clock.Advance(TimeSpan.FromMinutes(30));
        await market.Send(new ApproveCase(good.CaseOf(), 1, ModerationSteps.Karim));
        foreach (var refused in new[] { bad, wrong, smoke }) await market.Send(new RefuseCase(refused.CaseOf(), 1, ModerationSteps.Karim, "photos", null));
        await market.Send(new AnswerSecondLook(Decision.IdOf(good.CaseOf(), 1), true, null, ModerationSteps.Leila));
        await market.Send(new AnswerSecondLook(Decision.IdOf(bad.CaseOf(), 1), true, null, ModerationSteps.Leila));
        foreach (var appealed in new[] { bad, wrong }) await market.Appeal(appealed);
        await market.Send(new UpholdDecision(bad.CaseOf(), 1, ModerationSteps.Leila, "Vu."));
        await market.Send(new OverturnDecision(wrong.CaseOf(), 1, ModerationSteps.Leila));
        return rule;
    }

    private Task<DashboardNumbers> Read(int days = 30, int? section = null, Guid? rule = null) => Reader.Read(new(days, section, rule, null), Stop);

    private async Task<IReadOnlyList<string>> Rows()
    {
        var rows = new List<string>();
        foreach (var (table, key) in new[] { (RulingsTable.Name, "id"), (OpeningsTable.Name, "case_id") })
        {
            await using var command = market.Host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand($"select to_jsonb(t)::text from {table} t order by {key}");
            await using var row = await command.ExecuteReaderAsync(Stop);
            while (await row.ReadAsync(Stop)) rows.Add(row.GetString(0));
        }

        return rows;
    }

    private async Task Sql(string sql)
    {
        await using var command = market.Host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Stop);
    }

    private CatalogSnapshot Catalog => market.Host.Services.GetRequiredService<ICatalog>().Current;

    private int Top => Catalog.PathOf(100)[0].Id;
}
