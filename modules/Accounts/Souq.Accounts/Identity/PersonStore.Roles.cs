using Marten;
using Microsoft.AspNetCore.Identity;

namespace Souq.Accounts.Identity;

public sealed partial class PersonStore : IUserRoleStore<Person>
{
    public Task AddToRoleAsync(Person user, string roleName, CancellationToken cancellationToken) => throw Fact();

    public Task RemoveFromRoleAsync(Person user, string roleName, CancellationToken cancellationToken) => throw Fact();

    public Task<IList<string>> GetRolesAsync(Person user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<string>>([.. user.Roles]);

    public Task<bool> IsInRoleAsync(Person user, string roleName, CancellationToken cancellationToken) =>
        Task.FromResult(user.Roles.Contains(Role(roleName)));

    public async Task<IList<Person>> GetUsersInRoleAsync(string roleName, CancellationToken cancellationToken)
    {
        var role = Role(roleName);
        await using var session = store.QuerySession();
        return [.. await session.Query<Person>().Where(p => p.Roles.Contains(role)).ToListAsync(cancellationToken)];
    }

    private static NotSupportedException Fact() => new("A role is a fact for every module, with its author: send the command SetStaff.");

    /// <summary>Identity hands over normalised names, which are upper case; ours are lower.</summary>
    private static string Role(string name) => name.ToLowerInvariant();
}
