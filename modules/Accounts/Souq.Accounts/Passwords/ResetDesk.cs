using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Souq.Accounts.Letters;
using Souq.Accounts.Limits;
using Souq.Kernel;
using Souq.Mail.Posting;
using Souq.Web.Commands;

namespace Souq.Accounts.Passwords;

/// <summary>The road to a new password. Asking is answered the same for addresses with and without an account.</summary>
public sealed class ResetDesk(
    LinkToken tokens, UserManager<Person> people, IPasswordHasher<Person> hasher, Limiter limiter, StoppedAddresses stopped, CommandSender sender)
{
    public async Task<Grant> Ask(HttpContext context, string email, CancellationToken cancellation)
    {
        var grant = await limiter.Take(AccountLimits.LettersNetwork, Visitor.Network(context), cancellation);
        if (grant.IsRefused) return grant;
        // Enough letters have gone to this mailbox; whoever owns it has them.
        if (!(await limiter.Take(AccountLimits.LettersAddress, Person.Normalize(email), cancellation)).IsRefused)
            await sender.Send(new AskForReset(email), cancellation);
        return default;
    }

    /// <summary>Whether a link still leads to a new password: it is used up by the first.</summary>
    public async Task<bool> Fits(string token) => tokens.Read(LinkToken.Reset, token) is { } proof
        && await people.FindByIdAsync(proof.PersonId.ToString()) is { } person && LinkToken.Fits(proof.Stamp, person.SecurityStamp);

    public async Task<IReadOnlyList<Refusal>> Reset(string token, string? typed, CancellationToken cancellation)
    {
        List<Refusal> refusals = [];
        if (PersonRules.Password(typed, refusals) is not { } password) return refusals;
        if (tokens.Read(LinkToken.Reset, token) is not { } proof) return [new Refusal("Reset.Stale")];
        var refused = await sender.Send(new ResetPassword(proof.PersonId, proof.Stamp, hasher.HashPassword(null!, password)), cancellation);
        // Letters do arrive, whatever came back before.
        if (refused.Count == 0 && await people.FindByIdAsync(proof.PersonId.ToString()) is { } person) await stopped.LetGo(person.Email, cancellation);
        return refused;
    }
}
