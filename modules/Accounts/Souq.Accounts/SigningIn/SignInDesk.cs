using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Souq.Accounts.Confirming;
using Souq.Accounts.Limits;
using Souq.Web.Commands;

namespace Souq.Accounts.SigningIn;

public enum SignInAnswer
{
    Done,

    /// <summary>Address, password, or both; or the account is locked for a while. Nobody is told which.</summary>
    Wrong,

    /// <summary>The password is right and the address not confirmed; the letter has been sent again.</summary>
    Unconfirmed,

    /// <summary>The password is right, and moderators have suspended or banned him.</summary>
    ShutOut,

    TooMany,
}

/// <summary>Opens a session for whoever knows the password. An address without an account is answered like a wrong password, as slowly.</summary>
public sealed class SignInDesk(
    UserManager<Person> people, SignInManager<Person> sessions, IPasswordHasher<Person> hasher, Limiter limiter, CommandSender sender,
    TimeProvider time)
{
    private static string? nobodysHash;

    /// <param name="returnUrl">For the letter of confirmation, should one be due.</param>
    /// <returns>The answer, and how long to wait when it is <see cref="SignInAnswer.TooMany"/>.</returns>
    public async Task<(SignInAnswer Answer, Grant Grant)> SignIn(
        HttpContext context, string email, string password, string? returnUrl, CancellationToken cancellation)
    {
        var address = Person.Normalize(email);
        foreach (var (limit, subject) in new[]
            { (AccountLimits.SignInNetwork, Visitor.Network(context)), (AccountLimits.SignInAddress, address) })
        {
            var grant = await limiter.Take(limit, subject, cancellation);
            if (grant.IsRefused) return (SignInAnswer.TooMany, grant);
        }

        var person = await people.FindByEmailAsync(email.Trim());
        if (person is null || await people.IsLockedOutAsync(person))
        {
            nobodysHash ??= hasher.HashPassword(person!, Guid.NewGuid().ToString());
            hasher.VerifyHashedPassword(person!, nobodysHash, password);
            return (SignInAnswer.Wrong, default);
        }

        if (!await people.CheckPasswordAsync(person, password))
        {
            await people.AccessFailedAsync(person);
            return (SignInAnswer.Wrong, default);
        }

        if (!person.Confirmed)
        {
            if (!(await limiter.Take(AccountLimits.LettersAddress, address, cancellation)).IsRefused)
                await sender.Send(new SendConfirmation(person.Id, Guid.CreateVersion7(time.GetUtcNow()), returnUrl), cancellation);
            return (SignInAnswer.Unconfirmed, default);
        }

        if (person.IsShutOut(time.GetUtcNow())) return (SignInAnswer.ShutOut, default);
        await people.ResetAccessFailedCountAsync(person);
        await limiter.Forget(AccountLimits.SignInAddress, address, cancellation);
        await limiter.GiveBack(AccountLimits.SignInNetwork, Visitor.Network(context), cancellation);
        await sessions.SignInAsync(person, isPersistent: true);
        return (SignInAnswer.Done, default);
    }
}
