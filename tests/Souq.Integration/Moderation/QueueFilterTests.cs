using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Souq.Catalog.Contracts;
using Souq.Moderation.Queue;

namespace Souq.Integration.Moderation;

[Collection(nameof(ModerationMarket))]
public sealed class QueueFilterTests(ModerationMarket market) : AtTheConsole(market)
{
    [Fact]
    public async Task Each_filter_shows_its_cases_and_how_many_they_are()
    {
        await Market.Submit("كليو 4 نظيفة");
        await Market.Submit("Clio 4 tel 0550123456");
        await Karim.Get("/fr/moderation");
        Karim.Page.ShouldContain("?language=fr");
        await Karim.Get("/fr/moderation?language=fr&risk=middle");
        Karim.Page.ShouldContain("Clio 4 tel 0550123456");
        Karim.Page.ShouldNotContain("كليو 4 نظيفة");
        await Karim.Get("/fr/moderation?language=en");
        Karim.Page.ShouldContain("Rien n'attend ici");
        (await Census()).Count(new(Language: "ar"), Catalog).ShouldBe(1);
    }

    [Fact]
    public async Task A_section_is_filtered_with_all_below_it()
    {
        await Market.Submit("Clio");
        await Market.Tell(Market.Advert("Autre") with { SectionId = 999_999 });
        var section = Catalog.Section(100).ShouldNotBeNull();
        foreach (var slug in section.Path.Select(id => Catalog.Section(id)!.Slug))
        {
            await Karim.Get($"/fr/moderation?section={slug}");
            Karim.Page.ShouldContain("Clio");
            Karim.Page.ShouldNotContain("Autre");
        }
    }

    [Fact]
    public async Task Long_waits_are_found_by_how_long_they_are()
    {
        await Market.Submit("Ancienne");
        Market.Clock.Advance(TimeSpan.FromHours(7));
        await Market.Submit("Nouvelle");
        await Karim.Get("/fr/moderation?wait=6");
        Karim.Page.ShouldContain("Ancienne");
        Karim.Page.ShouldNotContain("Nouvelle");
    }

    [Fact]
    public async Task The_next_case_is_one_of_the_filter_and_stays_in_it()
    {
        await Market.Submit("كليو 4 نظيفة");
        var (first, second) = (await Market.Submit("Clio 4 propre"), await Market.Submit("Clio 5 propre"));
        await Karim.Get("/fr/moderation?language=fr");
        await Karim.Post("/fr/moderation?language=fr", "next");
        Karim.Location.ShouldBe($"/fr/moderation/cases/{first.CaseOf()}?language=fr");
        await Karim.Follow();
        await Karim.Post($"/fr/moderation/cases/{first.CaseOf()}?language=fr", "approve", ("revision", "1"));
        Karim.Location.ShouldBe($"/fr/moderation/cases/{second.CaseOf()}?language=fr&done={first.CaseOf()}");
    }

    [Fact]
    public async Task The_pages_of_a_filter_go_on_in_it()
    {
        for (var i = 1; i <= 26; i++) await Market.Submit($"Annonce neuve {i:00}");
        await Market.Submit("كليو 4 نظيفة");
        await Karim.Get("/fr/moderation?language=fr");
        var next = System.Text.RegularExpressions.Regex.Match(Karim.Page, "href=\"(moderation\\?language=fr&after=[^\"]+)\"").Groups[1].Value;
        await Karim.Get("/fr/" + next);
        Karim.Status.ShouldBe(HttpStatusCode.OK);
        Karim.Page.ShouldContain("Annonce neuve 26");
        Karim.Page.ShouldNotContain("Annonce neuve 25");
        Karim.Page.ShouldNotContain("كليو 4 نظيفة");
    }

    [Theory]
    [InlineData("subject_kind = 'listing'")]
    [InlineData("section_id = 100")]
    [InlineData("language = 'fr'")]
    [InlineData("grade = 'High'")]
    [InlineData("true")]
    public async Task Each_list_has_an_index_that_gives_it_in_its_order(string filter)
    {
        await using var connection = await Market.Host.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(TestContext.Current.CancellationToken);
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

    private CatalogSnapshot Catalog => Market.Host.Services.GetRequiredService<ICatalog>().Current;

    private Task<QueueCensus> Census() => Market.Host.Services.GetRequiredService<QueueCensusReader>().Read(ModerationSteps.Karim, TestContext.Current.CancellationToken);
}
