using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Projections;
using Souq.Catalog.Contracts;

namespace Souq.Listings.Browsing.Indexing;

/// <summary>Keeps <see cref="SearchTable"/>: what is published becomes findable, what has ended stops being so.</summary>
public sealed class SearchProjection : ProjectionBase, IProjection
{
    private readonly SearchRows rows;

    public SearchProjection(ICatalog catalog)
    {
        rows = new SearchRows(catalog);
        Name = "search";
        IncludedEventTypes.AddRange(SearchRows.EventTypes);
        // A rebuild begins with an empty table, else what no event accounts for would stay in it.
        Options.DeleteDataInTableOnTeardown(SearchTable.Name);
    }

    public Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        foreach (var change in rows.Of(events)) operations.QueueSqlCommand(change.Sql, change.Values!);
        return Task.CompletedTask;
    }
}
