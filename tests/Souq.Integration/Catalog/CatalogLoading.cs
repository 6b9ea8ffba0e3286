using Marten;
using Souq.Catalog;
using Souq.Catalog.Choices;
using Souq.Catalog.Loading;
using Souq.Catalog.Sections;
using Souq.TestSupport;

namespace Souq.Integration.Catalog;

public sealed class CatalogLoading(TestCluster cluster)
{
    private static readonly int Delivered = ShippedCatalog.Sections.Count + ShippedCatalog.Lists.Count;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_delivered_catalog_comes_out_of_the_store_as_it_went_in()
    {
        await using var node = await CatalogNode.StartAsync(await cluster.NewDatabaseAsync());
        node.Catalog.Version.ShouldBe(Delivered);
        var (stored, shipped) = (node.Catalog, ShippedCatalog.Load());
        stored.Sections.ShouldBe(shipped.Sections, new AsJson<Souq.Catalog.Contracts.Section>());
        stored.Territory.ShouldBeSameAs(shipped.Territory);
    }

    [Fact]
    public async Task A_second_start_writes_nothing_and_two_nodes_at_once_write_everything_once()
    {
        var database = await cluster.NewDatabaseAsync("an empty catalog", Empty);
        var nodes = await Task.WhenAll(CatalogNode.StartAsync(database), CatalogNode.StartAsync(database));
        await using var first = nodes[0];
        await using var second = nodes[1];
        first.Catalog.Version.ShouldBe(Delivered);
        second.Catalog.Version.ShouldBe(Delivered);
        (await first.Keeper.TakeDelivery(Cancellation)).ShouldBe(0);
        (await Task.WhenAll(first.Keeper.TakeDelivery(Cancellation), second.Keeper.TakeDelivery(Cancellation))).ShouldAllBe(written => written == 0);
    }

    [Fact]
    public async Task What_one_node_changes_the_others_see_within_a_minute()
    {
        var database = await cluster.NewDatabaseAsync();
        await using var first = await CatalogNode.StartAsync(database);
        await using var second = await CatalogNode.StartAsync(database);
        await Revise(first, "phones", s => s with { LifeDays = 45 });
        second.Catalog.Section("phones")!.LifeDays.ShouldBe(60);

        var before = second.Catalog;
        var seen = new TaskCompletionSource();
        second.Cache.Published += _ => seen.TrySetResult();
        second.Clock.Advance(TimeSpan.FromSeconds(20));
        await seen.Task.WaitAsync(TimeSpan.FromSeconds(60), Cancellation);

        second.Catalog.ShouldNotBeSameAs(before);
        second.Catalog.Section("phones")!.LifeDays.ShouldBe(45);
    }

    [Fact]
    public async Task A_delivery_leaves_alone_what_a_person_has_changed()
    {
        var database = await cluster.NewDatabaseAsync();
        await using var node = await CatalogNode.StartAsync(database);
        await Revise(node, "phones", s => s with { PhotoLimit = 7 });
        await using var again = await CatalogNode.StartAsync(database);
        again.Catalog.Section("phones")!.PhotoLimit.ShouldBe(7);

        await using var session = node.Store.QuerySession();
        var stored = await session.Query<CatalogSection>().ToListAsync(Cancellation);
        var newer = ShippedCatalog.Sections.Select(s => s with { Version = s.Version + 1 });
        var changes = Delivery.Of(stored, newer).ToList();
        changes.Count.ShouldBe(ShippedCatalog.Sections.Count - 1);
        changes.ShouldAllBe(c => !c.IsNew && c.Stream != CatalogSection.StreamOf(300));
    }

    [Fact]
    public async Task The_streams_rebuild_to_what_is_kept()
    {
        await using var node = await CatalogNode.StartAsync(await cluster.NewDatabaseAsync());
        await Revise(node, "cars", s => s with { LifeDays = 30 });
        await using var session = node.Store.QuerySession();
        foreach (var kept in await session.Query<CatalogSection>().ToListAsync(Cancellation))
            (await session.Events.AggregateStreamAsync<CatalogSection>(kept.Id, token: Cancellation)).ShouldBe(kept, new AsJson<CatalogSection>());
        foreach (var kept in await session.Query<CatalogChoiceList>().ToListAsync(Cancellation))
            (await session.Events.AggregateStreamAsync<CatalogChoiceList>(kept.Id, token: Cancellation)).ShouldBe(kept, new AsJson<CatalogChoiceList>());
    }

    private static async Task Empty(string database)
    {
        await using var node = await CatalogNode.StartAsync(database);
        await node.Store.Advanced.Clean.DeleteAllEventDataAsync(Cancellation);
        await node.Store.Advanced.Clean.DeleteAllDocumentsAsync(Cancellation);
    }

    private static async Task Revise(CatalogNode node, string slug, Func<SectionDefinition, SectionDefinition> change)
    {
        var section = ShippedCatalog.Sections.Single(s => s.Value.Slug == slug).Value;
        await using var session = node.Store.LightweightSession();
        session.Events.Append(CatalogSection.StreamOf(section.Id), 2, new SectionRevised(change(section), null, Guid.CreateVersion7()));
        await session.SaveChangesAsync(Cancellation);
    }
}
