using Marten;

namespace Souq.Accounts;

/// <summary>The module's own Marten store.</summary>
public interface IAccountsStore : IDocumentStore;
