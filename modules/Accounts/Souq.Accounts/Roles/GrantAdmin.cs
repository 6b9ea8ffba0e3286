using Marten;
using Souq.Kernel;
using Souq.Web.Commands;
using Souq.Web.Security;

namespace Souq.Accounts.Roles;

/// <summary>How the operator makes the first administrator: at the command line, for somebody who has signed up and confirmed.</summary>
public sealed class GrantAdmin(IAccountsStore store, CommandSender sender)
{
    /// <exception cref="NotFoundException">Nobody has confirmed this address.</exception>
    public async Task RunAsync(string email, CancellationToken cancellation = default)
    {
        var normalized = Person.Normalize(email);
        await using var session = store.QuerySession();
        var person = await session.Query<Person>().FirstOrDefaultAsync(p => p.NormalizedEmail == normalized && p.Confirmed, cancellation)
            ?? throw new NotFoundException("A person with this confirmed address");
        await sender.Send(new GrantRole(person.Id, Principal.Admin, null), cancellation);
    }
}
