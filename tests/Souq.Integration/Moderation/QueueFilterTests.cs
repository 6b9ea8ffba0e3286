using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Souq.Accounts.Demo;
using Souq.Catalog.Contracts;
using Souq.Moderation.Queue;

namespace Souq.Integration.Moderation;

[Collection(nameof(ModerationMarket))]
public sealed class QueueFilterTests(ModerationMarket market) : IAsyncLifetime
{
    private Browser karim = null!;

    public async ValueTask InitializeAsync()
    {
        await market.Empty();
        karim = await Browser.SignIn(market, DemoPeople.Moderator);
    }

    public ValueTask DisposeAsync()
    {
        karim.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Each_filter_shows_its_cases_and_how_many_they_are()
    {
        await market.Submit("كليو 4 نظيفة");
        await market.Submit("Clio 4 tel 0550123456");
        await karim.Get("/fr/moderation");
        karim.Page.ShouldContain("?language=fr");
        await karim.Get("/fr/moderation?language=fr&risk=middle");
        karim.Page.ShouldContain("Clio 4 tel 0550123456");
        karim.Page.ShouldNotContain("كليو 4 نظيفة");
        await karim.Get("/fr/moderation?language=en");
        karim.Page.ShouldContain("Rien n'attend ici");
        (await Census()).Count(new(Language: "ar"), Catalog).ShouldBe(1);
    }

    [Fact]
    public async Task A_section_is_filtered_with_all_below_it()
    {
        await market.Submit("Clio");
        await market.Tell(market.Advert("Autre") with { SectionId = 999_999 });
        var section = Catalog.Section(100).ShouldNotBeNull();
        foreach (var slug in section.Path.Select(id => Catalog.Section(id)!.Slug))
        {
            await karim.Get($"/fr/moderation?section={slug}");
            karim.Page.ShouldContain("Clio");
            karim.Page.ShouldNotContain("Autre");
        }
    }

    [Fact]
    public async Task Long_waits_are_found_by_how_long_they_are()
    {
        await market.Submit("Ancienne");
        market.Clock.Advance(TimeSpan.FromHours(7));
        await market.Submit("Nouvelle");
        await karim.Get("/fr/moderation?wait=6");
        karim.Page.ShouldContain("Ancienne");
        karim.Page.ShouldNotContain("Nouvelle");
    }

    [Fact]
    public async Task The_next_case_is_one_of_the_filter_and_stays_in_it()
    {
        await market.Submit("كليو 4 نظيفة");
        var (first, second) = (await market.Submit("Clio 4 propre"), await market.Submit("Clio 5 propre"));
        await karim.Get("/fr/moderation?language=fr");
        await karim.Post("/fr/moderation?language=fr", "next");
        karim.Location.ShouldBe($"/fr/moderation/cases/{first.CaseOf()}?language=fr");
        await karim.Follow();
        await karim.Post($"/fr/moderation/cases/{first.CaseOf()}?language=fr", "approve", ("revision", "1"));
        karim.Location.ShouldBe($"/fr/moderation/cases/{second.CaseOf()}?language=fr&done={first.CaseOf()}");
    }

    [Fact]
    public async Task The_pages_of_a_filter_go_on_in_it()
    {
        for (var i = 1; i <= 26; i++) await market.Submit($"Annonce neuve {i:00}");
        await market.Submit("كليو 4 نظيفة");
        await karim.Get("/fr/moderation?language=fr");
        var next = System.Text.RegularExpressions.Regex.Match(karim.Page, "href=\"(moderation\\?language=fr&after=[^\"]+)\"").Groups[1].Value;
        await karim.Get("/fr/" + next);
        karim.Status.ShouldBe(HttpStatusCode.OK);
        karim.Page.ShouldContain("Annonce neuve 26");
        karim.Page.ShouldNotContain("Annonce neuve 25");
        karim.Page.ShouldNotContain("كليو 4 نظيفة");
    }

    [Theory]
    [InlineData("subject_kind = 'listing'")]
    [InlineData("section_id = 100")]
    [InlineData("language = 'fr'")]
    [InlineData("grade = 'High'")]
    [InlineData("true")]
    public async Task Each_list_has_an_index_that_gives_it_in_its_order(string filter)
    {
        await using var connection = await market.Host.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var batch = new NpgsqlCommand("set enable_seqscan = off; set enable_sort = off; set enable_bitmapscan = off", connection);
        await batch.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using var explain = new NpgsqlCommand($"explain select id from moderation.mt_doc_queueitem where {filter} and since > now() order by since, number limit 25", connection);
        await using var reader = await explain.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var plan = "";
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) plan += reader.GetString(0) + "\n";
        plan.ShouldContain("Index Scan");
        plan.ShouldNotContain("Sort");
        if (filter != "true") plan.ShouldContain("idx_" + filter[..filter.IndexOf(' ', StringComparison.Ordinal)]);
    }

    private CatalogSnapshot Catalog => market.Host.Services.GetRequiredService<ICatalog>().Current;

    private Task<QueueCensus> Census() => market.Host.Services.GetRequiredService<QueueCensusReader>().Read(ModerationSteps.Karim, TestContext.Current.CancellationToken);
}
