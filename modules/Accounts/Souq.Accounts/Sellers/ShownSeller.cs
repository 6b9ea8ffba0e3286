using Microsoft.Extensions.Configuration;
using Souq.Accounts.Stores;
using Souq.Web.Memory;

namespace Souq.Accounts.Sellers;

/// <summary>The seller as pages show him, to whoever looks at one of his adverts; what he changes is seen within half a minute.</summary>
public sealed class ShownSeller(IAccountsStore documents, IConfiguration configuration) : IDisposable
{
    private readonly ShortMemory memory = new(configuration, limit: 20_000);

    /// <returns>His store only while it is open.</returns>
    public Task<(Person? Person, Store? Store)> Of(Guid id) => memory.Of(id, () => Load(id));

    public void Dispose() => memory.Dispose();

    private async Task<(Person? Person, Store? Store)> Load(Guid id)
    {
        await using var session = documents.QuerySession();
        var person = await session.LoadAsync<Person>(id);
        return (person, person is { StoreName: not null } && await session.LoadAsync<Store>(Store.IdOf(id)) is { IsOpen: true } open ? open : null);
    }
}
