using Marten;

namespace Souq.Messaging;

/// <summary>The module's own Marten store.</summary>
public interface IMessagingStore : IDocumentStore;
