using Marten;

namespace Souq.Listings;

/// <summary>The module's own Marten store.</summary>
public interface IListingsStore : IDocumentStore;
