using Marten;

namespace Souq.Catalog;

/// <summary>The module's own Marten store.</summary>
public interface ICatalogStore : IDocumentStore;
