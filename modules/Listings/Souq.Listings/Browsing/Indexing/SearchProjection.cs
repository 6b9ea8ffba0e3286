using JasperFx.Events;
using Marten;
using Marten.Events.Projections;
using Souq.Catalog.Contracts;

namespace Souq.Listings.Browsing.Indexing;

/// <summary>Keeps <see cref="SearchTable"/>: what is published becomes findable, what has ended stops being so.</summary>
public sealed partial class SearchProjection : EventProjection
{
    private readonly SearchRows rows;

    public SearchProjection(ICatalog catalog)
    {
        rows = new SearchRows(catalog);
        Name = "search";
        // A rebuild begins with an empty table, else what no event accounts for would stay in it.
        Options.DeleteDataInTableOnTeardown(SearchTable.Name);
    }

    public void Project(IEvent<Published> e, IDocumentOperations operations) => Change(e, operations);

    public void Project(IEvent<PriceChanged> e, IDocumentOperations operations) => Change(e, operations);

    public void Project(IEvent<MovedToSection> e, IDocumentOperations operations) => Change(e, operations);

    public void Project(IEvent<Bumped> e, IDocumentOperations operations) => Change(e, operations);

    public void Project(IEvent<Renewed> e, IDocumentOperations operations) => Change(e, operations);

    public void Project(IEvent<Reopened> e, IDocumentOperations operations) => Change(e, operations);

    public void Project(IEvent<Expired> e, IDocumentOperations operations) => Change(e, operations);

    public void Project(IEvent<Sold> e, IDocumentOperations operations) => Change(e, operations);

    public void Project(IEvent<Withdrawn> e, IDocumentOperations operations) => Change(e, operations);

    public void Project(IEvent<Removed> e, IDocumentOperations operations) => Change(e, operations);

    private void Change(IEvent e, IDocumentOperations operations)
    {
        if (rows.Of(e) is { } change) operations.QueueSqlCommand(change.Sql, change.Values!);
    }
}
