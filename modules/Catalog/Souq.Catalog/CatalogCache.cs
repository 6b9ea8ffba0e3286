using Souq.Catalog.Contracts;

namespace Souq.Catalog;

/// <summary>The snapshot everybody reads. Until the store has been read it is the catalog the program was delivered with.</summary>
public sealed class CatalogCache : ICatalog
{
    private CatalogSnapshot? current;

    /// <summary>Raised after another snapshot took the place of the current one; handlers must be quick and must not throw.</summary>
    public event Action<CatalogSnapshot>? Published;

    public CatalogSnapshot Current => Volatile.Read(ref current) ?? ShippedCatalog.Load();

    internal void Publish(CatalogSnapshot snapshot)
    {
        Volatile.Write(ref current, snapshot);
        Published?.Invoke(snapshot);
    }
}
