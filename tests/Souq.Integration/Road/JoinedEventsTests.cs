using JasperFx;
using JasperFx.Events;
using Marten;
using Souq.EventStore;
using Souq.TestSupport;
using Weasel.Core;

namespace Souq.Integration.Road;

/// <summary>A market that an early version began, with its events in two tables.</summary>
public sealed class JoinedEventsTests(TestCluster cluster)
{
    private sealed record Said(string Word);

    [Fact]
    public async Task EventsOfTwoTablesAreOneAndGoOn()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var connection = await cluster.NewDatabaseAsync();
        var (kept, archived) = (Guid.NewGuid(), Guid.NewGuid());
        await using (var early = Store(connection, parts: true))
        {
            await early.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
            await using var session = early.LightweightSession();
            session.Events.StartStream(kept, new Said("one"), new Said("two"));
            session.Events.StartStream(archived, new Said("old"));
            await session.SaveChangesAsync(cancellation);
            session.Events.ArchiveStream(archived);
            await session.SaveChangesAsync(cancellation);
        }

        await JoinedEvents.Make(connection, ["other"]);
        await using (var untouched = Store(connection, parts: true))
            (await untouched.Storage.Database.CreateMigrationAsync(cancellation)).Difference.ShouldBe(SchemaPatchDifference.None, "what is another program's stays as it is");
        await JoinedEvents.Make(connection, ["market", "other"]);
        await JoinedEvents.Make(connection, ["market", "other"]);

        await using var store = Store(connection, parts: false);
        (await store.Storage.Database.CreateMigrationAsync(cancellation)).Difference.ShouldBe(SchemaPatchDifference.None);
        await using var next = store.LightweightSession();
        next.Events.Append(kept, new Said("three"));
        await next.SaveChangesAsync(cancellation);

        var events = await next.Events.FetchStreamAsync(kept, token: cancellation);
        events.Select(e => ((Said)e.Data).Word).ShouldBe(["one", "two", "three"]);
        events.Select(e => e.Sequence).ShouldBe([1, 2, 4]);
        (await next.Events.FetchStreamStateAsync(archived, cancellation)).ShouldNotBeNull().IsArchived.ShouldBeTrue();
    }

    private static DocumentStore Store(string connection, bool parts) => DocumentStore.For(options =>
    {
        options.Connection(connection);
        options.DatabaseSchemaName = "market";
        options.AutoCreateSchemaObjects = AutoCreate.CreateOrUpdate;
        options.Events.StreamIdentity = StreamIdentity.AsGuid;
        options.Events.UseArchivedStreamPartitioning = parts;
        options.Events.MetadataConfig.HeadersEnabled = true;
    });
}
