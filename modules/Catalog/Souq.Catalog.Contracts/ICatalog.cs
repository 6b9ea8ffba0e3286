namespace Souq.Catalog.Contracts;

/// <summary>Reference data that every module needs: an immutable snapshot, replaced as a whole when the catalog changes.</summary>
public interface ICatalog
{
    CatalogSnapshot Current { get; }
}
