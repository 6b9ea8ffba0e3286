using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Souq.Accounts.Letters;
using Souq.Accounts.Limits;
using Souq.Kernel;
using Souq.Web.Commands;

namespace Souq.Accounts.Passwords;

/// <summary>The road to a new password. Asking is answered the same for addresses with and without an account.</summary>
public sealed class ResetDesk(
    LinkToken tokens, UserManager<Person> people, IPasswordHasher<Person> hasher, Limiter limiter, CommandSender sender)
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
        return tokens.Read(LinkToken.Reset, token) is { } proof
            ? await sender.Send(new ResetPassword(proof.PersonId, proof.Stamp, hasher.HashPassword(null!, password)), cancellation)
            : [new Refusal("Reset.Stale")];
    }
}
