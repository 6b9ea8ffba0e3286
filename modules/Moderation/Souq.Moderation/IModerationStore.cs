using Marten;

namespace Souq.Moderation;

/// <summary>The module's own Marten store.</summary>
public interface IModerationStore : IDocumentStore;
