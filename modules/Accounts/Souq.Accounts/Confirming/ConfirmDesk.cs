using Microsoft.AspNetCore.Identity;
using Souq.Accounts.Letters;
using Souq.Kernel;
using Souq.Mail.Posting;
using Souq.Web.Commands;

namespace Souq.Accounts.Confirming;

/// <summary>Confirms an address by the link sent to it. The first time opens a session; the link is no key for later.</summary>
public sealed class ConfirmDesk(LinkToken tokens, UserManager<Person> people, SignInManager<Person> sessions, StoppedAddresses stopped, CommandSender sender)
{
    public bool Knows(string token) => tokens.Read(LinkToken.Confirm, token) is not null;

    public async Task<(IReadOnlyList<Refusal> Refusals, bool SignedIn)> Confirm(string token, CancellationToken cancellation)
    {
        if (tokens.Read(LinkToken.Confirm, token) is not { } proof) return ([new Refusal("Confirm.Stale")], false);
        var first = await people.FindByIdAsync(proof.PersonId.ToString()) is { Confirmed: false };
        var refusals = await sender.Send(new ConfirmEmail(proof.PersonId, proof.Stamp), cancellation);
        if (refusals.Count > 0 || await people.FindByIdAsync(proof.PersonId.ToString()) is not { } person) return (refusals, false);
        // Letters do arrive, whatever came back before.
        await stopped.LetGo(person.Email, cancellation);
        if (!first) return ([], false);
        await sessions.SignInAsync(person, isPersistent: true);
        return ([], true);
    }
}
