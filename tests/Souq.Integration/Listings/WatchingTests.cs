using System.Globalization;
using CsCheck;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Souq.Accounts.Demo;
using Souq.Catalog.Contracts;
using Souq.Integration.Road;
using Souq.Listings.Browsing;
using Souq.Listings.Contracts;
using Souq.Listings.Importing;
using Souq.Listings.Pricing;
using Souq.Listings.Seeding;
using Souq.Listings.Watching;

namespace Souq.Integration.Listings;

/// <summary>Searches people keep, and what they find.</summary>
[Collection(nameof(Market))]
public sealed class WatchingTests(Market market)
{
    private ISearches Searches => market.Service<ISearches>();

    [Fact]
    public async Task A_kept_search_finds_what_the_search_finds()
    {
        var seed = Random.Shared.Next();
        var (catalog, dice) = (market.Service<ICatalog>().Current, new Random(seed));
        var rows = new MadeAdverts(catalog, seed, 200, market.Clock.GetUtcNow(), TimeSpan.FromHours(1), new Dictionary<string, IReadOnlyList<Souq.Listings.ListingPhoto>>());
        var adverts = Enumerable.Range(0, 200).Select(i => rows.Row(i, $"w{seed}")).ToList();
        var asked = Enumerable.Range(0, 150).Select(_ => new AskedByChance(dice, adverts, catalog).Query()).Select(q => Searches.Read(q)).OfType<KeptSearch>().DistinctBy(s => s.Id).ToList();
        asked.Count.ShouldBeGreaterThan(80);
        var from = await Keep([.. asked]);

        (await market.Ask<ImportOutcome>(new ImportListings(DemoPeople.IdOf(DemoPeople.Merchant), adverts, Publish: true))).Created.ShouldBeGreaterThan(150);
        var ours = await Ids($"w{seed}-");
        var until = await Searches.Reached(TestContext.Current.CancellationToken);
        var news = (await Searches.News([.. asked.Select(s => new NewsWish(s.Id, from, until, 1_000))], TestContext.Current.CancellationToken))
            .ToDictionary(n => n.Wish.SearchId, n => n.Listings.Select(l => l.ListingId).Where(ours.Contains).Order().ToList());
        await WithoutMemory([.. asked.Select(s => new NewsWish(s.Id, from, until, 1_000))]);
        var hits = 0;
        foreach (var search in asked)
        {
            var found = await Find(search, ours);
            news.GetValueOrDefault(search.Id, []).ShouldBe(found, $"{search.Query} (seed {seed})");
            hits += found.Count;
        }

        hits.ShouldBeGreaterThan(300);
        foreach (var search in asked) await market.Tick(new ReleaseSearch(search.Id, search.Id));
    }

    [Fact]
    public async Task A_price_that_falls_is_news_to_those_it_was_too_dear_for_and_to_the_others_again()
    {
        var word = RoadSteps.NewWord();
        var (cheap, any) = (Searches.Read($"q={word}&max=40000")!, Searches.Read($"q={word}")!);
        var from = await Keep(cheap, any);
        var advert = await market.Publish(word);
        (await News(cheap, from)).ShouldBeNull();
        (await News(any, from))!.Listings.ShouldHaveSingleItem().Number.ShouldBe(advert.Number);

        var seen = await Searches.Reached(TestContext.Current.CancellationToken);
        await market.Tick(new ChangePrice(advert.Id, advert.SellerId, advert.Public!.Price! with { Dinars = 38_000 }));
        var fell = (await News(cheap, seen))!.Listings.ShouldHaveSingleItem();
        (fell.Price.Dinars, fell.Was).ShouldBe((38_000, 45_000));
        (await News(any, from))!.Total.ShouldBe(1);
        (await Searches.Fresh([cheap.Id, any.Id], seen, long.MaxValue, TestContext.Current.CancellationToken)).Count.ShouldBe(2);
        seen = await Searches.Reached(TestContext.Current.CancellationToken);
        await market.Tick(new ChangePrice(advert.Id, advert.SellerId, advert.Public!.Price! with { Dinars = 39_000 }));
        (await Searches.Fresh([cheap.Id, any.Id], seen, long.MaxValue, TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_came_while_a_search_was_being_kept_is_found_as_soon_as_anything_else_happens()
    {
        var word = RoadSteps.NewWord();
        var at = market.Clock.GetUtcNow();
        var search = Searches.Read($"q={word}")!;
        var first = await market.Publish(word);
        var from = await Searches.Reached(TestContext.Current.CancellationToken) - 1;
        await market.Tick(new KeepSearch(search, Guid.NewGuid(), at));
        (await News(search, from)).ShouldBeNull();
        await market.Publish(RoadSteps.NewWord());
        (await News(search, from))!.Listings.ShouldHaveSingleItem().Number.ShouldBe(first.Number);
    }

    [Fact]
    public async Task A_search_stays_as_long_as_anybody_keeps_it()
    {
        var word = RoadSteps.NewWord();
        var search = Searches.Read($"q={word}")!;
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        foreach (var keeper in new[] { one, other, one }) await market.Tick(new KeepSearch(search, keeper, market.Clock.GetUtcNow()));
        await market.Tick(new ReleaseSearch(search.Id, one));
        var from = await Searches.Reached(TestContext.Current.CancellationToken);
        await market.Publish(word);
        (await News(search, from)).ShouldNotBeNull();
        await market.Tick(new ReleaseSearch(search.Id, other));
        from = await Searches.Reached(TestContext.Current.CancellationToken);
        await market.Publish(word + " deux");
        (await News(search, from)).ShouldBeNull();
        // And again, for whoever comes later.
        market.Clock.Advance(TimeSpan.FromSeconds(1));
        await market.Tick(new KeepSearch(search, one, market.Clock.GetUtcNow()));
        await market.Publish(word + " trois");
        (await News(search, from))!.Listings.ShouldHaveSingleItem().Title.ShouldEndWith("trois");
    }

    [Fact]
    public async Task Several_nodes_that_look_at_once_find_everything_once()
    {
        var word = RoadSteps.NewWord();
        var search = Searches.Read($"q={word}")!;
        var from = await Keep(search);
        var nodes = Enumerable.Range(0, 4).Select(_ => new Matcher(market.Service<NpgsqlDataSource>(), market.Service<ICatalog>(), market.Clock)).ToList();
        for (var i = 0; i < 3; i++) await market.Publish($"{word} {i}");
        await using (var back = market.Service<NpgsqlDataSource>().CreateCommand($"update listings.matching set reached = {from}"))
            await back.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await Task.WhenAll(nodes.Select(node => node.CatchUp(TestContext.Current.CancellationToken)));
        (await News(search, from))!.Total.ShouldBe(3);
        nodes.ForEach(node => node.Dispose());
    }

    [Fact]
    public async Task What_was_found_up_to_a_place_is_read_once_for_all_who_ask_and_again_for_who_asks_further_back()
    {
        var word = RoadSteps.NewWord();
        var (search, other) = (Searches.Read($"q={word}")!, Searches.Read($"q={word}&min=900000000")!);
        var from = await Keep(search, other);
        var seen = new List<long> { from };
        for (var i = 0; i < 3; i++)
        {
            await market.Publish($"{word} {i}");
            seen.Add(await Searches.Reached(TestContext.Current.CancellationToken));
        }

        var source = market.Service<NpgsqlDataSource>();
        using var memory = new FindsMemory(source, new ConfigurationBuilder().Build());
        async Task<int> Found(KeptSearch of, long after)
        {
            await using var number = source.CreateCommand($"select no from listings.watches where id = '{of.Id}'");
            var no = (int)(await number.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
            var found = (await memory.Between(after, seen[^1], TestContext.Current.CancellationToken)).ShouldNotBeNull().Of(no).ToList();
            found.Select(f => f.Seq).ShouldBeInOrder(SortDirection.Descending);
            return found.Count;
        }

        (await Found(search, seen[1]), await Found(other, seen[1])).ShouldBe((2, 0));
        (await Found(search, from)).ShouldBe(3);
        // All of it is remembered now: nothing is read any more.
        await using (var gone = source.CreateCommand($"delete from listings.finds where seq > {from}"))
            await gone.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        (await Found(search, from), await Found(search, seen[2])).ShouldBe((3, 3));
        (await memory.Between(from - 1, seen[^1], TestContext.Current.CancellationToken)).ShouldNotBeNull().Of(int.MaxValue - 1).ShouldBeEmpty();
        (await Found(search, from)).ShouldBe(0);
    }

    [Theory]
    [InlineData("q=Golf 7 oran&sort=price&after=zzz", "q=golf 7&wilaya=31&plain=1")]
    [InlineData("wilaya=31&wilaya=16&section=cars", "section=cars&wilaya=16&wilaya=31")]
    [InlineData("section=phones&section=tablets&section=smartphones", "section=smartphones&section=tablets")]
    [InlineData("sort=drop", "reduced=1")]
    [InlineData("attr.year.from=2012&attr.year.to=2015&section=cars", "section=cars&attr.year=2012..2015")]
    [InlineData("by=F47AC10B58CC4372A5670E02B2C3D479&seller=store", "seller=store&by=f47ac10b58cc4372a5670e02b2c3d479")]
    [InlineData("section=nowhere&min=abc&by=me&=&&%", "")]
    public void The_same_search_has_one_form(string typed, string same)
    {
        var one = Searches.Read(typed).ShouldNotBeNull();
        Searches.Read(same).ShouldNotBeNull().Id.ShouldBe(one.Id);
        Searches.Read(one.Query).ShouldBe(one);
        Searches.Describe(one.Query).ShouldNotBeEmpty();
    }

    [Fact]
    public void A_search_that_can_find_nothing_is_not_kept() => Searches.Read("min=500&max=100").ShouldBeNull();

    [Fact]
    public void Whatever_a_stranger_writes_is_read_or_refused() => Gen.String.Sample(text =>
    {
        if (Searches.Read(text) is { } kept) (Searches.Read(kept.Query)?.Id, Searches.Describe(kept.Query).Count > 0).ShouldBe((kept.Id, true));
    });

    /// <summary>What is too much to be remembered is read for each slice, and says the same.</summary>
    private async Task WithoutMemory(IReadOnlyCollection<NewsWish> wishes)
    {
        using var none = new FindsMemory(market.Service<NpgsqlDataSource>(), new ConfigurationBuilder().Build()) { Most = 0 };
        (await none.Between(wishes.First().After, wishes.First().Until, TestContext.Current.CancellationToken)).ShouldBeNull();
        var searches = ActivatorUtilities.CreateInstance<Souq.Listings.Watching.Searches>(market.Host.Services, none);
        static IReadOnlyList<string> Told(IEnumerable<SearchNews> news) =>
            [.. news.Select(n => $"{n.Wish.SearchId} {n.Total} {string.Join(' ', n.Listings.Select(l => l.Number))}").Order(StringComparer.Ordinal)];
        Told(await searches.News(wishes, TestContext.Current.CancellationToken)).ShouldBe(Told(await Searches.News(wishes, TestContext.Current.CancellationToken)));
    }

    /// <returns>How far the market had been looked through before.</returns>
    private async Task<long> Keep(params KeptSearch[] searches)
    {
        var from = await Searches.Reached(TestContext.Current.CancellationToken);
        foreach (var search in searches) await market.Tick(new KeepSearch(search, search.Id, market.Clock.GetUtcNow()));
        return from;
    }

    private async Task<SearchNews?> News(KeptSearch search, long after) =>
        (await Searches.News([new NewsWish(search.Id, after, long.MaxValue, 10)], TestContext.Current.CancellationToken)).SingleOrDefault();

    private async Task<List<Guid>> Find(KeptSearch search, HashSet<Guid> among)
    {
        var (found, after) = (new List<Guid>(), (string?)null);
        var query = SearchParameters.Read(new Microsoft.AspNetCore.Http.QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(search.Query)), market.Service<ICatalog>().Current).Query;
        do
        {
            var page = await market.Service<SearchListings>().Find(query with { After = after, Limit = 100 }, TestContext.Current.CancellationToken);
            if (page.Relaxed) break;
            found.AddRange(page.Items.Select(i => i.Id).Where(among.Contains));
            after = page.Next;
        }
        while (after is not null);
        return [.. found.Order()];
    }

    private async Task<HashSet<Guid>> Ids(string prefix)
    {
        await using var command = market.Service<NpgsqlDataSource>().CreateCommand("select id from listings.mt_doc_listing where data ->> 'ref' like $1 || '%'");
        command.Parameters.Add(new() { Value = prefix });
        await using var row = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var ids = new HashSet<Guid>();
        while (await row.ReadAsync(TestContext.Current.CancellationToken)) ids.Add(row.GetGuid(0));
        ids.Count.ShouldBeGreaterThan(100);
        return ids;
    }
}

/// <summary>Searches somebody might make who looks for what is there, or for something a little else.</summary>
internal sealed class AskedByChance(Random dice, IReadOnlyList<ImportRow> adverts, CatalogSnapshot catalog)
{
    private readonly List<string> parts = [];

    public string Query()
    {
        var advert = adverts[dice.Next(adverts.Count)].Values;
        var words = advert["title"].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (Chance(0.5)) Add("q", string.Join(' ', Words(words)));
        if (Chance(0.6)) Add("section", Chance(0.5) ? advert["section"] : catalog.Sections.First(s => s.Id == catalog.Section(advert["section"])!.Path[0]).Slug);
        // Another beside it.
        if (Chance(0.15)) Add("section", catalog.Sections[dice.Next(catalog.Sections.Count)].Slug);
        Where(int.Parse(advert["commune"], CultureInfo.InvariantCulture));
        if (long.TryParse(advert.GetValueOrDefault("price"), out var price) && Chance(0.4))
        {
            if (Chance(0.7)) Add("min", $"{price * dice.Next(3, 11) / 10}");
            if (Chance(0.7)) Add("max", $"{price * dice.Next(10, 30) / 10}");
        }

        foreach (var (name, value) in advert.Where(v => v.Key.StartsWith("attr.", StringComparison.Ordinal)))
            if (Chance(0.15)) Asked(name, value);
        if (Chance(0.1)) Add("photos", "1");
        if (Chance(0.15)) Add("seller", Chance(0.5) ? "store" : "person");
        if (Chance(0.1)) Add("by", $"{DemoPeople.IdOf(Chance(0.7) ? DemoPeople.Merchant : DemoPeople.Seller):N}");
        if (Chance(0.05)) Add("reduced", "1");
        if (Chance(0.1)) Add("days", $"{dice.Next(1, 40)}");
        return string.Join('&', parts);
    }

    private IEnumerable<string> Words(string[] words)
    {
        for (var i = dice.Next(1, 3); i > 0; i--) yield return words[dice.Next(words.Length)];
        if (Chance(0.1) && words.Length > 1) yield return $"\"{words[0]} {words[1]}\"";
        if (Chance(0.2)) yield return "-" + adverts[dice.Next(adverts.Count)].Values["title"].Split(' ')[0];
    }

    private void Where(int commune)
    {
        var place = catalog.Territory.Commune(commune)!;
        switch (dice.Next(8))
        {
            case 0: Add("wilaya", $"{place.Wilaya}"); break;
            case 1: Add("wilaya", $"{place.WilayaOf48}"); Add("wilaya", $"{dice.Next(1, 49)}"); break;
            case 2: Add("wilaya", $"{place.Wilaya}"); Add("commune", $"{commune}"); break;
            case 3: Add("near", $"{commune}"); Add("km", $"{dice.Next(5, 150)}"); break;
        }
    }

    private void Asked(string name, string value)
    {
        if (decimal.TryParse(value, CultureInfo.InvariantCulture, out var number) && Chance(0.7))
            Add(name, Chance(0.5) ? $"{number * 0.9m:0.##}..{number * 1.2m:0.##}" : $"..{number:0.##}");
        else foreach (var one in value.Split('|').Take(2)) Add(name, one);
    }

    private void Add(string name, string value) => parts.Add(name + "=" + Uri.EscapeDataString(value));

    private bool Chance(double share) => dice.NextDouble() < share;
}
