using Souq.TestSupport;

namespace Souq.Integration.Accounts;

/// <summary>One market for all tests of this folder; each uses people and networks of its own.</summary>
public sealed class AccountsFixture(TestCluster cluster) : IAsyncLifetime
{
    public AccountsMarket Market { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Market = await AccountsMarket.Open(cluster);

    public ValueTask DisposeAsync() => Market.DisposeAsync();
}

[CollectionDefinition(nameof(AccountsCollection))]
public sealed class AccountsCollection : ICollectionFixture<AccountsFixture>;
