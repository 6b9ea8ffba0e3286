using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Souq.Accounts.Demo;
using Souq.Catalog.Contracts;
using Souq.Integration.Road;
using Souq.Listings;
using Souq.Listings.Importing;
using Souq.Listings.Seeding;
using Wolverine;

namespace Souq.Integration.Listings;

[Collection(nameof(Market))]
public sealed class SeedingTests(Market market)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Made_adverts_leave_what_imported_ones_leave()
    {
        var prefix = RoadSteps.NewWord();
        var made = new MadeAdverts(market.Service<ICatalog>().Current, 7, 60, market.Clock.GetUtcNow(), TimeSpan.FromDays(20), new Dictionary<string, IReadOnlyList<ListingPhoto>>());
        ImportRow[] rows = [.. Enumerable.Range(0, 60).Select(i => made.Row(i, prefix))];
        var (importer, seeder) = (DemoPeople.IdOf(DemoPeople.Seller), DemoPeople.IdOf(DemoPeople.Buyer));

        (await market.Ask<ImportOutcome>(new ImportListings(importer, rows, Publish: true))).Refused.ShouldBeEmpty();
        await using (var scope = market.Host.Services.CreateAsyncScope())
        {
            var bus = scope.ServiceProvider.GetRequiredService<IMessageBus>();
            (await scope.ServiceProvider.GetRequiredService<SeedListings>().Run(rows.Select(r => (seeder, r)), fact => bus.PublishAsync(fact), cancellation: Cancel)).ShouldBe(rows.Length);
        }

        await market.CatchUp();

        (string Table, string Columns)[] tables =
        [
            ("listings.mt_streams", "type, version, is_archived"),
            ("listings.mt_events", "version, type, data, is_archived, mt_dotnet_type"),
            ("listings.mt_doc_listing", "data, mt_dotnet_type, life, expires_at"),
            ("listings.search", "s.*"),
            ("moderation.mt_doc_publicadvert", "data"), ("messaging.mt_doc_subject", "data"), ("accounts.mt_doc_advert", "data"),
        ];
        foreach (var (table, columns) in tables)
        {
            var imported = await Rows(table, columns, importer, rows);
            imported.ShouldNotBeEmpty(table);
            (await Rows(table, columns, seeder, rows)).ShouldBe(imported, table);
        }
    }

    [Fact]
    public async Task Many_leave_every_index_and_constraint_as_it_was()
    {
        var prefix = RoadSteps.NewWord();
        var made = new MadeAdverts(market.Service<ICatalog>().Current, 8, 40, market.Clock.GetUtcNow(), TimeSpan.FromDays(20), new Dictionary<string, IReadOnlyList<ListingPhoto>>());
        var before = await Rules();
        before.Count(rule => rule.Contains("FOREIGN KEY", StringComparison.Ordinal)).ShouldBeGreaterThan(0);

        await using (var scope = market.Host.Services.CreateAsyncScope())
        {
            var bus = scope.ServiceProvider.GetRequiredService<IMessageBus>();
            var rows = Enumerable.Range(0, 40).Select(i => (DemoPeople.IdOf(DemoPeople.Seller), made.Row(i, prefix)));
            (await scope.ServiceProvider.GetRequiredService<SeedListings>().Run(rows, fact => bus.PublishAsync(fact), many: true, cancellation: Cancel)).ShouldBe(40);
        }

        await market.CatchUp();
        (await Rules()).ShouldBe(before);
    }

    [Fact]
    public void The_same_seed_gives_the_same_adverts_and_another_seed_others()
    {
        var (catalog, now) = (market.Service<ICatalog>().Current, market.Clock.GetUtcNow());
        string Titles(int seed)
        {
            var made = new MadeAdverts(catalog, seed, 50, now, TimeSpan.FromDays(60), new Dictionary<string, IReadOnlyList<ListingPhoto>>());
            return string.Join('\n', Enumerable.Range(0, 50).Select(i => made.Row(i, "x")["title"]));
        }

        Titles(1).ShouldBe(Titles(1));
        Titles(2).ShouldNotBe(Titles(1));
    }

    /// <summary>All indexes and constraints of the module.</summary>
    private async Task<IReadOnlyList<string>> Rules()
    {
        await using var command = market.Service<NpgsqlDataSource>().CreateCommand(
            """
            select indexdef from pg_indexes where schemaname = 'listings'
            union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'listings'::regnamespace order by 1
            """);
        var rules = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        while (await reader.ReadAsync(Cancel)) rules.Add(reader.GetString(0));
        return rules;
    }

    /// <summary>What a table has of somebody's adverts, without what differs by nature: ids, numbers, seller.</summary>
    private async Task<IReadOnlyList<string>> Rows(string table, string columns, Guid seller, ImportRow[] rows)
    {
        var ids = rows.Select(r => ImportListingsHandler.ListingId(seller, r.Ref)).ToArray();
        var key = table.EndsWith("mt_events", StringComparison.Ordinal) ? "stream_id" : "id";
        await using var command = market.Service<NpgsqlDataSource>().CreateCommand(
            $"select t.id, d.number, t.row from (select s.{key} as id, row({columns})::text as row from {table} s where s.{key} = any($1)) t join listings.mt_doc_listing d on d.id = t.id");
        command.Parameters.Add(new NpgsqlParameter { Value = ids });
        var found = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        while (await reader.ReadAsync(Cancel))
        {
            var index = Array.IndexOf(ids, reader.GetGuid(0));
            var text = reader.GetString(2).Replace(reader.GetGuid(0).ToString(), "ID", StringComparison.Ordinal).Replace(seller.ToString(), "SELLER", StringComparison.Ordinal);
            // The id of a case follows from that of its advert.
            text = Regex.Replace(text, "caseId[\": ]+[0-9a-f-]{36}", "CASE");
            // As a value: the same figures may stand among somebody's words.
            found.Add(index.ToString("000", CultureInfo.InvariantCulture) + " " + Regex.Replace(text, $@"(?<=[nN]umber""+: |[(,]){reader.GetInt64(1)}(?=[,)}}])", "NUMBER"));
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }
}
