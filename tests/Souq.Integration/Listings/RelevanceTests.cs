using Npgsql;
using Souq.Catalog.Contracts;
using Souq.Integration.Road;
using Souq.Listings.Browsing;

namespace Souq.Integration.Listings;

/// <summary>The best of more matches than are ever read for one page, some of which are remembered.</summary>
[Collection(nameof(Market))]
public sealed class RelevanceTests(Market market)
{
    private const int Adverts = 1_100;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_by_relevance_hold_each_of_the_newest_once_and_in_order()
    {
        var word = RoadSteps.NewWord();
        await market.SeedAlike(word, Adverts);
        var (hits, after) = (new List<SearchHit>(), (string?)null);
        do
        {
            var page = await Find(word, after);
            page.Total.ShouldBe(SearchQuery.CountCap + 1);
            hits.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);

        // They are as good as each other: the newest first.
        hits.Select(h => h.Title).ShouldBe(Enumerable.Range(0, SearchQuery.CountCap + 1).Select(i => $"{word} {i}"));
    }

    [Fact]
    public async Task What_is_remembered_shows_what_came_since_and_not_what_is_gone()
    {
        var word = RoadSteps.NewWord();
        await market.SeedAlike(word, Adverts, from: 5);
        var first = await Find(word);
        first.Items.Take(2).Select(h => h.Title).ShouldBe([$"{word} 5", $"{word} 6"]);

        await market.SeedAlike(word, 2, from: 3);
        (await Find(word)).Items.Take(3).Select(h => h.Title).ShouldBe([$"{word} 3", $"{word} 4", $"{word} 5"]);
        // Again, since what was added is remembered too.
        (await Find(word)).Items.Take(3).Select(h => h.Title).ShouldBe([$"{word} 3", $"{word} 4", $"{word} 5"]);

        var gone = first.Items.Take(20).Select(h => h.Id).ToArray();
        await Available(gone, false);
        var page = await Find(word);
        page.Items.Count.ShouldBe(24);
        page.Items.Select(h => h.Title).ShouldBe([$"{word} 3", $"{word} 4", .. Enumerable.Range(25, 22).Select(i => $"{word} {i}")]);
        (await Find(word, page.Next)).Items[0].Title.ShouldBe($"{word} 47");
        // As the events have it: other tests build the table anew, and compare.
        await Available(gone, true);
    }

    [Fact]
    public async Task Of_two_distances_that_touch_the_same_wilayas_each_has_what_lies_within_it()
    {
        var territory = market.Service<ICatalog>().Current.Territory;
        // More communes than are looked up one by one, the same areas, and one commune more.
        var (centre, narrow, wide, between) = (
            from c in territory.Wilayas.SelectMany(w => territory.CommunesOf(w.Code)).Where(c => !c.IsWholeWilaya)
            from km in Enumerable.Range(4, 30).Select(i => i * 5)
            let near = territory.Around(c, km).Select(a => a.Commune).ToList()
            where near.Count is > 40 and < 150
            let far = territory.Around(c, km + 5).Select(a => a.Commune).ToList()
            where far.Select(a => a.Area).ToHashSet().SetEquals(near.Select(a => a.Area))
            let more = far.Except(near).FirstOrDefault(a => !a.IsWholeWilaya)
            where more is not null
            select (c.Code, km, km + 5, more.Code)).First();
        var word = RoadSteps.NewWord();
        await market.SeedAlike(word, Adverts, commune: between);
        await market.SeedAlike(word, Adverts, from: 2_000, commune: centre);

        (await Within(wide)).ShouldBe(between);
        (await Within(narrow)).ShouldBe(centre);
        (await Within(wide)).ShouldBe(between);
        (await Within(narrow)).ShouldBe(centre);

        async Task<int> Within(int km)
        {
            var page = await market.Service<SearchListings>().Find(new SearchQuery(Words: word, Sort: SearchSort.Relevance, Limit: 24) { Near = centre, Km = km }, Cancel);
            page.Total.ShouldBe(SearchQuery.CountCap + 1);
            return page.Items.Select(h => h.CommuneCode).Distinct().ShouldHaveSingleItem();
        }
    }

    private async Task Available(Guid[] adverts, bool available)
    {
        await using var command = market.Service<NpgsqlDataSource>().CreateCommand("update listings.search set available = $2 where id = any($1)");
        command.Parameters.Add(new NpgsqlParameter { Value = adverts });
        command.Parameters.Add(new NpgsqlParameter { Value = available });
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private Task<SearchPageResult> Find(string word, string? after = null) =>
        market.Service<SearchListings>().Find(new SearchQuery(Words: word, Sort: SearchSort.Relevance, Limit: 24, After: after), Cancel);
}
