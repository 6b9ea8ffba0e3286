using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Souq.Accounts.Demo;
using Souq.EventStore;
using Souq.Integration.Listings;
using Souq.Listings;
using Souq.Listings.Browsing.Indexing;
using Souq.Listings.Closing;
using Souq.Listings.Expiry;
using Souq.TestSupport;

namespace Souq.Integration.Road;

[Collection(nameof(Market))]
public sealed class RebuildTests(Market market)
{
    [Fact]
    public async Task Every_projection_of_every_module_rebuilt_is_what_it_was()
    {
        await Live();
        foreach (var module in market.Service<IEnumerable<Module>>())
        {
            var before = await Rows(module.Schema);
            await market.Host.Rebuild(module.Store);
            (await Rows(module.Schema)).ShouldBe(before, module.Schema);
        }
    }

    [Fact]
    public async Task Rows_of_the_search_that_no_event_accounts_for_are_gone_after_a_rebuild()
    {
        await market.Publish($"Téléphone {RoadSteps.NewWord()}");
        await Execute("""
            insert into listings.search select (jsonb_populate_record(null::listings.search, to_jsonb(s) || jsonb_build_object('id', gen_random_uuid(), 'number', -number))).*
            from listings.search s limit 1
            """);
        await market.Host.Rebuild(typeof(IListingsStore));
        (await Rows("listings", "search")).ShouldAllBe(row => !row.Contains(", -1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_search_built_beside_the_one_that_answers_is_the_same_and_goes_on()
    {
        await Live();
        var (before, indexes) = (await Rows("listings", "search"), await Indexes());
        var rows = await market.Service<SearchRebuild>().Run(cancellation: TestContext.Current.CancellationToken);
        rows.ShouldBe(before.Count);
        (await Rows("listings", "search")).ShouldBe(before);
        (await Indexes()).ShouldBe(indexes);

        var word = RoadSteps.NewWord();
        var listing = await market.Publish($"Téléphone {word}");
        using var reader = market.Browser();
        (await reader.Open($"/fr/search?q={word}")).Numbers().ShouldBe([listing.Number]);
    }

    [Fact]
    public async Task A_table_of_another_version_is_built_anew_by_itself()
    {
        await Stock.Place(market);
        var before = await Rows("listings", "search");
        await Execute("update listings.search set text_version = 1, folded = '', tags = ''");
        using var check = ActivatorUtilities.CreateInstance<SearchUpToDate>(market.Host.Services);
        await check.StartAsync(TestContext.Current.CancellationToken);
        await Waiting.Until(async () => (await Read("select count(*) from listings.search where text_version = 1")) is ["0"]);
        await check.StopAsync(TestContext.Current.CancellationToken);
        (await Rows("listings", "search")).ShouldBe(before);
    }

    [Fact]
    public async Task A_second_rebuild_at_the_same_time_is_told_so()
    {
        await Stock.Place(market);
        var rebuild = market.Service<SearchRebuild>();
        var rows = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => rebuild.Run(cancellation: TestContext.Current.CancellationToken)));
        rows.ShouldContain(r => r > 0);
        rows.ShouldContain((long?)null);
    }

    private Task<IReadOnlyList<string>> Indexes() => Read("select indexdef from pg_indexes where schemaname = 'listings' and tablename = 'search' order by 1");

    /// <summary>Something of everything that can happen to an advert.</summary>
    private async Task Live()
    {
        using var buyer = await market.SignedInAs(DemoPeople.Buyer);
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        var (sold, refused, waiting) = ($"Téléphone {RoadSteps.NewWord()}", $"Téléphone {RoadSteps.NewWord()}", $"Téléphone {RoadSteps.NewWord()}");
        var listing = await market.Publish(sold);
        var form = await buyer.Open($"/fr/l/{listing.Number}/write");
        await market.Follow(() => form.Submit("write", ("words", "Bonjour")));
        await market.Tick(new MarkSold(listing.Id, listing.SellerId));
        await market.Submit(await seller.Preview(refused));
        await market.Refuse(moderator, refused, "photos", "");
        await market.Submit(await seller.Preview(waiting));
        await Stock.Place(market);
        var expired = await market.Publish($"Téléphone {RoadSteps.NewWord()}");
        var renewed = await market.Publish($"Téléphone {RoadSteps.NewWord()}");
        market.Clock.Advance(TimeSpan.FromDays(61));
        await market.Tick(new ExpireDueListings());
        await market.Tick(new RenewListing(renewed.Id, renewed.SellerId, null));
        (await market.Advert(expired.Number)).Life.ShouldBe(ListingLife.Expired);
    }

    /// <summary>Every row of every document table and of the search, as text.</summary>
    private async Task<IReadOnlyList<string>> Rows(string schema, string tables = "mt_doc_%|search")
    {
        var names = await Read($"select table_name from information_schema.tables where table_schema = '{schema}' and table_name similar to '{tables}' order by 1");
        var rows = new List<string>();
        foreach (var name in names)
            rows.AddRange((await Read(name == "search"
                ? $"select concat_ws(', ', id, number, t::text) from {schema}.search t order by 1"
                : $"select concat_ws(', ', id, data) from {schema}.{name} order by 1")).Select(row => $"{name}: {row}"));
        return rows;
    }

    private async Task<IReadOnlyList<string>> Read(string sql)
    {
        await using var command = market.Service<NpgsqlDataSource>().CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        return rows;
    }

    private async Task Execute(string sql)
    {
        await using var command = market.Service<NpgsqlDataSource>().CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
