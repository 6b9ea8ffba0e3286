using Marten;
using Souq.Web.Commands;
using Souq.Web.Security;

namespace Souq.Accounts.Roles;

/// <summary>How the operator makes the first administrator: at the command line, for somebody who has signed up and confirmed.</summary>
public sealed class GrantAdmin(IAccountsStore store, CommandSender sender)
{
    /// <returns>What was done, in a sentence for the operator.</returns>
    public async Task<string> To(string email, CancellationToken cancellation = default)
    {
        var normalized = Person.Normalize(email);
        await using var session = store.QuerySession();
        var person = await session.Query<Person>().FirstOrDefaultAsync(p => p.NormalizedEmail == normalized, cancellation);
        switch (person)
        {
            case null:
                return $"Nobody has signed up as {email}; nothing was changed.";
            case { Confirmed: false }:
                return $"{email} has not been confirmed by its owner yet; nothing was changed.";
            case { Roles: var roles } when roles.Contains(Principal.Admin):
                return $"{email} is an admin already.";
            default:
                await sender.Send(new GrantRole(person.Id, Principal.Admin, null), cancellation);
                return $"{email} is an admin now.";
        }
    }
}
