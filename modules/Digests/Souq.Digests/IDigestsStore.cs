using Marten;

namespace Souq.Digests;

/// <summary>The module's own Marten store.</summary>
public interface IDigestsStore : IDocumentStore;
