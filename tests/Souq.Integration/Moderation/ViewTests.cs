using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Souq.Accounts.Contracts;
using Souq.Accounts.Demo;
using Souq.Accounts.Views;
using Souq.Moderation.Deciding;

namespace Souq.Integration.Moderation;

/// <summary>Whoever of the staff sees something personal of somebody is written down.</summary>
[Collection(nameof(ModerationMarket))]
public sealed class ViewTests(ModerationMarket market) : IAsyncLifetime
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ViewLog Log => market.Host.Services.GetRequiredService<ViewLog>();

    public async ValueTask InitializeAsync()
    {
        await market.Empty();
        await using var command = market.Host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand($"truncate {ViewsTable.Name}");
        await command.ExecuteNonQueryAsync(Stop);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Opening_a_case_is_written_down_once_and_admins_see_who_whose_what_and_why()
    {
        var advert = await market.Submit();
        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        await karim.Get($"/fr/moderation/cases/{advert.CaseOf()}");
        await karim.Post($"/fr/moderation/cases/{advert.CaseOf()}", "refuse", ("revision", "1"));
        karim.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var row = (await Log.Page(new(), null, Stop)).Rows.ShouldHaveSingleItem();
        (row.By, row.Whose, row.What, row.Why, row.About).ShouldBe((ModerationSteps.Karim, ModerationSteps.Seller, ViewedData.Case, ViewReason.Review, advert.CaseOf()));

        await market.Send(new ApproveCase(advert.CaseOf(), 1, ModerationSteps.Karim));
        await karim.Get($"/fr/moderation/cases/{advert.CaseOf()}");
        (await Log.Page(new(), null, Stop)).Rows[0].Why.ShouldBe(ViewReason.LookBack);

        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get("/fr/admin/views");
        foreach (var words in new[] { "Karim Haddad", "أمينة بوعلام", "Dossier", "Pour décider", $"moderation/cases/{advert.CaseOf()}" }) leila.Page.ShouldContain(words);
        await leila.Get($"/fr/admin/views?by={ModerationSteps.Leila}");
        leila.Page.ShouldContain("Personne n’a rien consulté");
        await leila.Get($"/fr/admin/views?whose={ModerationSteps.Seller}&what=case");
        leila.Page.ShouldContain("De qui: أمينة بوعلام");
        await leila.Get("/fr/admin/views?by=x&whose=y&what=z&after=nonsense");
        leila.Status.ShouldBe(HttpStatusCode.OK);
        await karim.Get("/fr/admin/views");
        karim.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_is_loaded_ahead_is_written_down_as_that()
    {
        var advert = await market.Submit();
        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        await karim.Get($"/fr/moderation/cases/{advert.CaseOf()}", ("x-purpose", "prefetch"));
        await karim.Get($"/fr/moderation/cases/{advert.CaseOf()}");
        (await Log.Page(new(), null, Stop)).Rows.Select(r => r.Why).ShouldBe([ViewReason.Review, ViewReason.Ahead]);
    }

    [Fact]
    public async Task A_seller_who_looks_at_his_own_is_no_news_and_he_sees_what_the_staff_saw_of_him()
    {
        await market.Send(new NoteView(ModerationSteps.Seller, ModerationSteps.Seller, ViewedData.History, ViewReason.LookBack));
        (await Log.Page(new(), null, Stop)).Rows.ShouldBeEmpty();
        await market.Send(new NoteView(ModerationSteps.Karim, ModerationSteps.Seller, ViewedData.Trust, ViewReason.LookBack));
        using var amina = await Browser.SignIn(market, DemoPeople.Seller);
        await amina.Get("/me/data.json");
        using var data = JsonDocument.Parse(amina.Page);
        data.RootElement.GetProperty("email").GetString().ShouldBe(DemoPeople.Seller);
        var seen = data.RootElement.GetProperty("seenByStaff").EnumerateArray().ShouldHaveSingleItem();
        (seen.GetProperty("what").GetString(), seen.GetProperty("why").GetString()).ShouldBe((ViewedData.Trust, ViewReason.LookBack));
        // Who looked is for admins.
        amina.Page.ShouldNotContain("Karim");
        using var visitor = new Browser(market);
        await visitor.Get("/me/data.json");
        visitor.Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task There_are_pages_the_newest_first_and_each_row_is_on_one()
    {
        var whose = Guid.CreateVersion7();
        for (var i = 0; i < ViewLog.PageSize + 3; i++) await market.Send(new NoteView(ModerationSteps.Karim, whose, ViewedData.Case, ViewReason.Review));
        var first = await Log.Page(new(Whose: whose), null, Stop);
        var second = await Log.Page(new(Whose: whose), first.Next, Stop);
        (first.Rows.Count, second.Rows.Count, second.Next).ShouldBe((ViewLog.PageSize, 3, null));
        first.Rows.Concat(second.Rows).Select(r => r.Id).ShouldBe(first.Rows.Concat(second.Rows).Select(r => r.Id).Distinct().OrderDescending());
    }

    [Fact]
    public async Task After_a_year_it_is_gone()
    {
        await market.Send(new NoteView(ModerationSteps.Karim, Guid.CreateVersion7(), ViewedData.Case, ViewReason.Review));
        market.Clock.Advance(TimeSpan.FromDays(364));
        await market.Tell(new TidyViews());
        (await Log.Page(new(), null, Stop)).Rows.Count.ShouldBe(1);
        market.Clock.Advance(TimeSpan.FromDays(2));
        await market.Tell(new TidyViews());
        (await Log.Page(new(), null, Stop)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Names_of_accounts_and_what_stores_have_in_the_register_are_written_down_too()
    {
        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get($"/fr/admin/staff/{ModerationSteps.Karim}");
        await leila.Get(string.Create(CultureInfo.InvariantCulture, $"/fr/admin/stores/{Souq.Accounts.Stores.Store.IdOf(DemoPeople.IdOf(DemoPeople.Merchant))}"));
        leila.Status.ShouldBe(HttpStatusCode.OK);
        (await Log.Page(new(By: ModerationSteps.Leila), null, Stop)).Rows.Select(r => (r.Whose, r.What))
            .ShouldBe([(DemoPeople.IdOf(DemoPeople.Merchant), ViewedData.Store), (ModerationSteps.Karim, ViewedData.Account)]);
    }
}
