using JasperFx;
using Marten;
using Microsoft.AspNetCore.Identity;
using Souq.EventStore;

namespace Souq.Accounts.Identity;

/// <summary>
/// People for ASP.NET Core Identity, on the module's Marten store. Every call has a session of its own; a person carries the version he
/// was read at, so that of two writes on one version the second fails and of two people with one address the second is refused.
/// Facts that others must hear of (joining, roles, erasing) go through commands, not through here.
/// </summary>
public sealed partial class PersonStore(IAccountsStore store, TimeProvider time, IdentityErrorDescriber errors) : IUserStore<Person>
{
    public Task<IdentityResult> CreateAsync(Person user, CancellationToken cancellationToken) => Write(user, session =>
    {
        var now = time.GetUtcNow();
        user.JoinedAt = now;
        session.Insert(user);
        session.Events.StartStream<Membership>(user.Id, new PersonRegistered(now));
    }, cancellationToken);

    public Task<IdentityResult> UpdateAsync(Person user, CancellationToken cancellationToken) => Write(user, session => session.Store(user), cancellationToken);

    public Task<IdentityResult> DeleteAsync(Person user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Erasing is a fact for every module: send the command ErasePerson.");

    public async Task<Person?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(userId, out var id)) return null;
        await using var session = store.QuerySession();
        return await session.LoadAsync<Person>(id, cancellationToken);
    }

    public Task<Person?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindByEmailAsync(normalizedUserName, cancellationToken);

    public Task<string> GetUserIdAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task SetUserNameAsync(Person user, string? userName, CancellationToken cancellationToken) =>
        SetEmailAsync(user, userName, cancellationToken);

    public Task<string?> GetNormalizedUserNameAsync(Person user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.NormalizedEmail);

    public Task SetNormalizedUserNameAsync(Person user, string? normalizedName, CancellationToken cancellationToken) =>
        SetNormalizedEmailAsync(user, normalizedName, cancellationToken);

    public void Dispose()
    {
        // Sessions are opened and closed in each call.
    }

    private async Task<IdentityResult> Write(Person user, Action<IDocumentSession> change, CancellationToken cancellationToken)
    {
        await using var session = store.LightweightSession();
        change(session);
        try
        {
            await session.SaveChangesAsync(cancellationToken);
            return IdentityResult.Success;
        }
        catch (ConcurrencyException)
        {
            return IdentityResult.Failed(errors.ConcurrencyFailure());
        }
        catch (Exception clash) when (Clashes.IsTaken(clash))
        {
            return IdentityResult.Failed(errors.DuplicateEmail(user.Email));
        }
    }
}
