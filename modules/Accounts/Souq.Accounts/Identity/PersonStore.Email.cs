using Marten;
using Microsoft.AspNetCore.Identity;

namespace Souq.Accounts.Identity;

public sealed partial class PersonStore : IUserEmailStore<Person>
{
    public async Task<Person?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        return await session.Query<Person>().FirstOrDefaultAsync(p => p.NormalizedEmail == normalizedEmail, cancellationToken);
    }

    public Task<string?> GetEmailAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task SetEmailAsync(Person user, string? email, CancellationToken cancellationToken)
    {
        user.Email = email ?? "";
        return Task.CompletedTask;
    }

    public Task<bool> GetEmailConfirmedAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.Confirmed);

    public Task SetEmailConfirmedAsync(Person user, bool confirmed, CancellationToken cancellationToken) => confirmed == user.Confirmed
        ? Task.CompletedTask
        : throw new NotSupportedException("Joining is a fact for every module: send the command ConfirmEmail.");

    public Task<string?> GetNormalizedEmailAsync(Person user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.NormalizedEmail);

    public Task SetNormalizedEmailAsync(Person user, string? normalizedEmail, CancellationToken cancellationToken)
    {
        user.NormalizedEmail = normalizedEmail ?? "";
        return Task.CompletedTask;
    }
}
